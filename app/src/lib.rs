//! The wallet, merchant and desk apps.
