//! The browser's input and output: calls, storage, clock, camera, keys.
