//! Messages of the wallet.
