//! The command line, as shops' own systems use it.
