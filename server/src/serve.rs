//! Starting, serving, and ending in good order.

use crate::{
    clock::{Clock, date_of, day_at},
    config::Config,
    db::Db,
    demo,
    failure::Failure,
    file,
    http::{
        files::Files,
        limits::{Buckets, Limit},
    },
    keys::{self, Vault},
    lists::{self, Lists, root::Root, trust::Catalogue},
    merchants, mode, router,
    state::{App, Inner},
};
use domain::score::Scorecard;
use std::{
    io::{IsTerminal, Write},
    net::SocketAddr,
    time::Duration,
};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// The scorecard that comes with the server; labelled a sample.
const SAMPLE_SCORECARD: &str = include_str!("../../data/score/sample-2026.toml");
/// What is under way when the server is told to stop gets this long.
const GRACE: Duration = Duration::from_secs(10);

/// Runs the server until it is told to stop.
///
/// # Errors
/// When it cannot start.
pub async fn run(config: &Config) -> Result<(), Failure> {
    log(config.log_json);
    let app = start(config).await?;
    let files = Files::read(&config.dist)?;
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| Failure::refused(format!("cannot listen on {}: {error}", config.listen)))?;
    let address = listener.local_addr().map_err(Failure::refused)?;
    // Whoever reads the next line may stop the server.
    let told_to_stop = stop_signal()?;
    // Nobody may be reading it; that is no reason to stop.
    let _ = writeln!(std::io::stdout(), "listening on http://{address}");
    serve(listener, app.clone(), files, told_to_stop).await?;
    app.db.close().await;
    tracing::info!("stopped in good order");
    Ok(())
}

/// Opens everything that a server needs.
///
/// # Errors
/// When a part is missing or damaged; it is named.
pub async fn start(config: &Config) -> Result<App, Failure> {
    file::folder(&config.data)?;
    let root = Root::of(config)?;
    let clock = Clock::shifted(if config.demo { config.clock_offset } else { 0 });
    let scorecard = scorecard(clock.now())?;
    let db = Db::open(&config.data).await?;
    mode::claim(&db, config.demo).await?;
    if config.demo {
        demo::fill(&db).await?;
    }
    let cities = sample::cities();
    let vault = Vault::open(&config.data)?;
    let codes: Vec<_> = cities.iter().map(|city| city.code).collect();
    let mut writing = db.write().await?;
    keys::create_missing(&mut writing, &vault, &codes, clock.now()).await?;
    writing.commit().await?;
    let app = App::new(Inner {
        config: config.clone(),
        clock,
        db,
        scorecard,
        cities,
        lists: Lists::new(vault, root),
        buckets: Buckets::new(Limit { per_second: 200, burst: 2_000 }, Limit { per_second: 20, burst: 200 }),
    });
    lists::renew(&app).await?;
    Ok(app)
}

async fn serve(
    listener: TcpListener,
    app: App,
    files: Files,
    told_to_stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Failure> {
    let (told, mut hears) = tokio::sync::watch::channel(false);
    let stopping = async move {
        told_to_stop.await;
        let _ = told.send(true);
    };
    let upkeep = lists::upkeep(app.clone());
    let service = router(app, files).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(stopping);
    let grace_over = async move {
        // The sender lives as long as the server does.
        let _ = hears.wait_for(|stop| *stop).await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        never = upkeep => match never {},
        ended = server => ended.map_err(Failure::refused),
        () = grace_over => Ok(()),
    }
}

/// What keys may sign, without a whole server.
///
/// # Errors
/// When the database fails, or no scorecard is in force.
pub(crate) async fn catalogue(db: &Db, now: i64) -> Result<Catalogue, Failure> {
    Ok(Catalogue::new(sample::cities(), &scorecard(now)?, merchants::sql::perk_sets(db).await?))
}

fn scorecard(now: i64) -> Result<Scorecard, Failure> {
    let draft = toml::from_str(SAMPLE_SCORECARD).map_err(Failure::refused)?;
    let card = Scorecard::new(draft).map_err(Failure::refused)?;
    let today = date_of(day_at(now));
    if card.is_valid_on(today) {
        Ok(card)
    } else {
        Err(Failure::refused(format!("scorecard {} is not in force on {today}", card.edition())))
    }
}

/// Catches SIGTERM and Ctrl+C from now on; the future ends with the first.
#[cfg(unix)]
fn stop_signal() -> Result<impl Future<Output = ()> + Send + 'static, Failure> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).map_err(Failure::refused)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(Failure::refused)?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn stop_signal() -> Result<impl Future<Output = ()> + Send + 'static, Failure> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}

fn log(json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    // Colours are for eyes, not for files.
    let colours = std::io::stderr().is_terminal();
    let log =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours);
    // A second server in one process (tests) keeps the first one's log.
    let _ = if json { log.json().try_init() } else { log.try_init() };
}
