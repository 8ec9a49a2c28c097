//! Components that only look: buttons, dialogs, the code, verdicts.
