//! The credit code's format: signed QR codes, trust lists and status lists, verified offline.
