use super::*;

fn bytes<const N: usize>(hex: &str) -> [u8; N] {
    std::array::from_fn(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
}

/// RFC 8032 §7.1, tests 1 and 3.
#[test]
fn the_rfcs_signatures() {
    for (seed, public, message, signature) in [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            vec![],
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            vec![0xaf, 0x82],
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ] {
        let key = SigningKey::from_seed(&bytes(seed));
        assert_eq!(key.public().to_bytes(), bytes(public));
        assert_eq!(key.sign(&message), bytes(signature));
        assert!(key.public().verify(&message, &bytes(signature)));
        assert!(!key.public().verify(b"else", &bytes(signature)));
    }
}

/// The same signature with `S` raised by the group's order (RFC 8032 §8.4), which a lenient verifier would accept.
#[test]
fn a_signature_has_one_form() {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let key = SigningKey::from_seed(&[7; 32]);
    let mut signature = key.sign(b"message");
    assert!(key.public().verify(b"message", &signature));
    let mut carry = 0;
    for (byte, order) in signature.iter_mut().skip(32).zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        *byte = u8::try_from(sum & 0xff).unwrap();
        carry = sum >> 8;
    }
    assert_eq!(carry, 0);
    assert!(!key.public().verify(b"message", &signature));
}

/// All eight points of small order, and encodings that are none or not the only one.
#[test]
fn weak_keys_are_refused() {
    for hex in [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "0200000000000000000000000000000000000000000000000000000000000000",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0100000000000000000000000000000000000000000000000000000000000080",
    ] {
        assert_eq!(PublicKey::from_bytes(&bytes(hex)), Err(WeakKey), "{hex}");
    }
    assert!(PublicKey::from_bytes(&SigningKey::from_seed(&[1; 32]).public().to_bytes()).is_ok());
}

#[test]
fn a_kid_is_eight_digits() {
    let kid = SigningKey::from_seed(&[0x11; 32]).public().kid();
    // printf 'a301012006215820d04ab232…' | xxd -r -p | sha256sum
    assert_eq!(kid.to_string(), "df8534b2");
    assert_eq!("df8534b2".parse(), Ok(kid));
    for wrong in ["", "df8534b", "df8534b20", "+f8534b2", "zf8534b2"] {
        assert_eq!(wrong.parse::<Kid>(), Err(KidError), "{wrong}");
    }
}

#[test]
fn a_private_key_is_not_printed() {
    assert_eq!(format!("{:?}", SigningKey::from_seed(&[0x11; 32])), "SigningKey(of df8534b2)");
}
