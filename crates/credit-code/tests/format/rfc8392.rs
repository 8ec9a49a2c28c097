//! Our tokens are CWTs: the claims and the shape of RFC 8392 appendix A, read with our eyes.

use credit_code::{DecodeError, diag, token::IssuerToken};

/// Appendix A.1: a claims set.
const CLAIMS: &str = "a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572696b77037818636f61703a2f2f\
    6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0061a5610d9f007420b71";
/// Appendix A.3: the same, signed with ES256 and tagged.
const SIGNED: &str = "d28443a10126a104524173796d6d657472696345434453413235365850a70175636f61703a2f2f61732e\
    6578616d706c652e636f6d02656572696b77037818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a56\
    10d9f0061a5610d9f007420b7158405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd08c8d4d4f96131\
    680c429a01f85951ecee743a52b9b63632c57209120e1c9e30";

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn the_rfcs_claims_are_read() {
    let text = diag::notation(&bytes(CLAIMS));
    for claim in
        ["1: \"coap://as.example.com\"", "4: 1444064944", "5: 1443944944", "6: 1443944944", "7: h'0b71'"]
    {
        assert!(text.contains(claim), "{text}");
    }
}

#[test]
fn the_rfcs_signed_token_is_read_and_is_none_of_ours() {
    let signed = bytes(SIGNED);
    let text = diag::notation(&signed);
    assert!(text.starts_with("18(["), "{text}");
    assert!(text.contains("<<{1: -7}>>"), "{text}");
    assert!(text.contains("4: 1444064944"), "{text}");
    assert_eq!(IssuerToken::parse(&signed), Err(DecodeError::NonCanonical), "a tag");
    assert_eq!(IssuerToken::parse(&signed[1..]), Err(DecodeError::Shape), "an unprotected header");
}
