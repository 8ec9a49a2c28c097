//! A data folder is a demo city's or a real one's, for good.

use crate::{
    operator::{hex_root, run, run_args, start},
    wallet::demo_root,
};
use credit_code::key::SigningKey;
use tests::{Res, Server, ServerOptions};

#[tokio::test]
async fn a_demo_folder_is_refused_outside_the_demo() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    server.stop().await?;
    let root = hex_root(&SigningKey::from_seed(&[9; 32]));
    let refused = run(server.data(), &run_args(&["--root", &root])).await?;
    let why = "error: this data folder holds a demo city: start it with --demo, or take another";
    assert_eq!(refused.sentence(), why);
    let exported = run(server.data(), &["trust", "export", "--root", &root]).await?;
    assert_eq!(exported.sentence(), "error: a demo city signs its own lists");
    server.start_again().await
}

#[tokio::test]
async fn a_real_citys_folder_is_refused_in_the_demo() -> Res {
    let folder = tempfile::tempdir()?;
    let root = hex_root(&SigningKey::from_seed(&[9; 32]));
    start(folder.path(), &["--root", &root]).await?.kill().await?;
    let refused = run(folder.path(), &run_args(&["--demo"])).await?;
    assert_eq!(refused.sentence(), "error: this data folder is a real city's: demo mode is refused");
    let paper = run(folder.path(), &["codes", "paper", "--account", "sun-po", "--root", &root]).await?;
    assert_eq!(paper.sentence(), "error: accounts exist in demo cities only");
    start(folder.path(), &["--root", &root]).await?.kill().await
}

#[tokio::test]
async fn what_the_demo_alone_may_have_is_refused_outside_it() -> Res {
    let folder = tempfile::tempdir()?;
    let own = hex_root(&SigningKey::from_seed(&[9; 32]));
    let demo = hex_root(&demo_root());
    for (args, why) in [
        (&[][..], "error: outside demo mode the root's public key is needed: --root, or CREDIT_CODE_ROOT"),
        (
            &["--root", &demo],
            "error: this is the demo root, which everyone can sign with; outside demo mode use a root of your own",
        ),
        (&["--root", &own, "--clock-offset=60"], "error: --clock-offset is for demo cities only"),
    ] {
        assert_eq!(run(folder.path(), &run_args(args)).await?.sentence(), why);
    }
    assert_eq!(folder.path().read_dir()?.count(), 0, "nothing was made");
    Ok(())
}
