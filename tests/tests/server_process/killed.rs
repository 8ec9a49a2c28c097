//! The server is killed without warning while tokens are minted, and while it starts for the first time.

use crate::{
    client::Client,
    operator::{run, start},
    wallet::{Asked, Lists, Token, now},
};
use api::{
    codes::{AskChallenge, Challenge},
    issuing::ReadIssuing,
};
use credit_code::verdict::Verdict;
use domain::disclosure::Purpose;
use std::{
    collections::BTreeSet,
    hash::{BuildHasher, RandomState},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tests::{PATIENCE, Res, Server, ServerOptions};
use tokio::{
    task::JoinSet,
    time::{sleep, timeout},
};

const DAY_S: i64 = 86_400;
/// How many tokens of a day and purpose a person may have.
const LIMIT: u32 = 16;
/// What each request asks one token for: days ahead, and purposes.
const WANTED: [(u32, Purpose); 4] =
    [(0, Purpose::Level), (0, Purpose::LevelAndName), (1, Purpose::Level), (1, Purpose::LevelAndName)];

/// A person, what came back, and what did not.
struct Person {
    wallet: Client,
    /// One for each answered request: its tokens, in the order of [`WANTED`].
    answered: Vec<Vec<Token>>,
    /// How many requests were done without the person hearing of it, until they were sent again.
    unheard: u32,
    /// The request that was under way when the server was killed.
    pending: Option<Asked>,
}

impl Person {
    /// Mints until the server is gone or nothing is left.
    async fn mint(mut self, answers: Arc<AtomicUsize>) -> Res<Self> {
        loop {
            let Ok(challenge) = self.wallet.ask(&AskChallenge {}).await else { return Ok(self) };
            let challenge = challenge?;
            if used(&challenge)? == LIMIT {
                return Ok(self);
            }
            let asked = Asked::new(&challenge, &wanted(&challenge), 1);
            match self.wallet.ask(&asked.request).await {
                Ok(minted) => self.answered.push(asked.tokens(&minted?)),
                Err(_) => {
                    self.pending = Some(asked);
                    return Ok(self);
                }
            }
            answers.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// After a kill: everything that was answered counts, at most the pending request does too, and sent again that one
    /// brings its tokens either way.
    async fn settle(&mut self) -> Res {
        let known = u32::try_from(self.answered.len())?;
        let done = used(&self.wallet.call(&AskChallenge {}).await?)? - known;
        match self.pending.take() {
            None => assert_eq!(done, 0),
            Some(asked) => match self.wallet.ask(&asked.request).await? {
                Ok(minted) => {
                    assert!(done <= 1, "{done}");
                    self.unheard += done;
                    self.answered.push(asked.tokens(&minted));
                }
                Err(problem) => return Err(format!("nothing was given for it: {problem:?}").into()),
            },
        }
        let all = used(&self.wallet.call(&AskChallenge {}).await?)?;
        assert_eq!(all, u32::try_from(self.answered.len())?, "nothing is done twice, and nothing is lost");
        Ok(())
    }
}

/// What a request asks for.
fn wanted(challenge: &Challenge) -> Vec<(u32, Purpose)> {
    let today = challenge.allowances[0].day;
    WANTED.iter().map(|(ahead, purpose)| (today + ahead, *purpose)).collect()
}

/// How many requests have been done: the same count for every day and purpose, or one was done by halves.
fn used(challenge: &Challenge) -> Res<u32> {
    let wanted = wanted(challenge);
    let of =
        challenge.allowances.iter().filter(|allowance| wanted.contains(&(allowance.day, allowance.purpose)));
    let counts: Vec<u32> = of.map(|allowance| LIMIT - allowance.left).collect();
    assert!(
        counts.len() == WANTED.len() && counts.iter().all(|count| *count == counts[0]),
        "halves: {counts:?}"
    );
    Ok(counts[0])
}

/// A number below a limit, another in each run.
fn random(limit: usize) -> usize {
    usize::try_from(RandomState::new().hash_one(0) % (1 << 30)).unwrap() % limit
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_amid_minting_loses_nothing_that_was_answered() -> Res {
    let server = Server::start(ServerOptions::default()).await?;
    let mut people = Vec::new();
    for account in ["wang-ming", "li-na", "sun-po", "chen-jing"] {
        let wallet = Client::resident(&server, account).await?;
        people.push(Person { wallet, answered: Vec::new(), unheard: 0, pending: None });
    }
    let (mut cut_off, mut unheard) = (0, 0);
    for _ in 0..4 {
        let (answers, moment) = (Arc::new(AtomicUsize::new(0)), (2 + random(8), random(30_000)));
        println!("killed after {} answers and {} µs", moment.0, moment.1);
        let mut minting = JoinSet::new();
        for person in people.drain(..) {
            minting.spawn(person.mint(answers.clone()));
        }
        let many = async {
            while answers.load(Ordering::Relaxed) < moment.0 {
                sleep(Duration::from_micros(200)).await;
            }
        };
        timeout(PATIENCE, many).await?;
        sleep(Duration::from_micros(u64::try_from(moment.1)?)).await;
        server.kill().await?;
        while let Some(person) = minting.join_next().await {
            people.push(person??);
        }
        server.start_again().await?;
        let ready = Client::of(server.base()).get("/api/public/health/ready", None).await?;
        assert_eq!(ready.body, br#"{"status":"ready"}"#);
        cut_off += people.iter().filter(|person| person.pending.is_some()).count();
        for person in &mut people {
            person.settle().await?;
        }
        unheard = people.iter().map(|person| person.unheard).sum();
        check(&server, &people).await?;
    }
    println!("{cut_off} requests were cut off, {unheard} of them after they were done");
    assert!(cut_off > 0, "no kill hit a request");
    Ok(())
}

/// Tills accept every token that came, each has a place of its own, and the office counts them all.
async fn check(server: &Server, people: &[Person]) -> Res {
    let (anyone, at) = (Client::of(server.base()), now(server));
    let lists = Lists::fetch(&anyone).await?;
    let mut places = BTreeSet::new();
    for tokens in people.iter().flat_map(|person| &person.answered) {
        for (token, (ahead, _)) in tokens.iter().zip(WANTED) {
            let outcome = lists.outcome(token, at + i64::from(ahead) * DAY_S);
            assert_eq!(outcome.verdict, Verdict::Valid);
            assert!(places.insert(outcome.shown.unwrap().status), "a place was given out twice");
        }
    }
    let counted = Client::officer(server).await?.call(&ReadIssuing {}).await?.minted;
    let counted: u32 = counted.iter().map(|hour| hour.count).sum();
    assert_eq!(counted, u32::try_from(places.len())?);
    Ok(())
}

#[tokio::test]
async fn a_kill_amid_the_first_start_leaves_a_folder_that_starts() -> Res {
    let folder = tempfile::tempdir()?;
    for _ in 0..8 {
        let moment = Duration::from_micros(u64::try_from(1_000 + random(150_000))?);
        println!("killed after {moment:?}");
        // Dropped, it is killed.
        drop(timeout(moment, start(folder.path(), &["--demo"])).await);
    }
    let server = start(folder.path(), &["--demo"]).await?;
    let lists = Lists::fetch(&Client::of(&server.base)).await?;
    assert_eq!((lists.trust.entries.len(), lists.status.len()), (6, 10));
    let keys = run(folder.path(), &["keys", "list"]).await?.good();
    assert_eq!(keys.lines().filter(|line| line.contains("  active ")).count(), 6, "{keys}");
    server.kill().await
}
