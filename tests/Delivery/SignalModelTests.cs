using CsCheck;
using MeliBot.Contracts;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Signals;

namespace MeliBot.Delivery.Tests;

/// <summary>Random walks over the signal's states, on the store and on a model of a few lines; both must agree after every step.</summary>
public sealed class SignalModelTests
{
    [Fact]
    public Task The_store_follows_the_model_of_a_signal() => WalkAsync(new SqliteFixture(), walks: 150);

    [Fact]
    public Task The_store_on_PostgreSQL_follows_it_too() => WalkAsync(new PostgresFixture(), walks: 15);

    private static async Task WalkAsync(DeliveryFixture fixture, int walks)
    {
        await using var store = fixture;
        var account = 0L;
        await Gen.Int[0, 999].Array[1, 40].SampleAsync(async steps => await WalkAsync(store, ++account, steps), iter: walks, threads: 1);
    }

    private static async Task WalkAsync(DeliveryFixture store, long account, int[] steps)
    {
        var model = new Model();
        var looks = new List<Signal>();
        var trace = new List<string>();
        foreach (var step in steps)
        {
            var look = looks.Count == 0 ? null : looks[step / 10 % looks.Count];
            switch (step % 10)
            {
                case 0 or 1:
                    trace.Add("raise");
                    await store.Signals.RaiseAsync(new SignalHint(account, "questions", "/1", store.Now, "test"), default);
                    model.Raise(store.Now);
                    break;
                case 2 or 3:
                    trace.Add("look");
                    looks.AddRange(await DueAsync(store, account));
                    break;
                case 4 or 5 when look is not null:
                    trace.Add($"finish {look.Generation}");
                    await store.Signals.IngestAsync(look, Ingest.Nothing, default);
                    model.Finish(look);
                    break;
                case 6 when look is not null:
                    trace.Add($"retry {look.Generation}");
                    await store.Signals.RetryAsync(look, store.Now.AddSeconds(5), "later", counts: step % 20 < 10, default);
                    model.Retry(look, store.Now.AddSeconds(5), step % 20 < 10);
                    break;
                case 7 when look is not null:
                    trace.Add($"park {look.Generation}");
                    await store.Signals.ParkAsync(look, "why", null, default);
                    model.Park(look);
                    break;
                case 8:
                    trace.Add("replay");
                    foreach (var parked in await store.Parking.ListAsync(account, 10, default))
                        (await store.Parking.ReplayAsync(parked.Id, store.Now, default)).ShouldBeTrue();
                    model.Replay(store.Now);
                    break;
                case 9:
                    trace.Add("wait");
                    store.Time.Advance(TimeSpan.FromSeconds(3));
                    break;
            }

            var due = await DueAsync(store, account);
            var said = string.Join(", ", trace);
            due.Select(signal => (signal.Generation, signal.Attempts)).ShouldBe(model.IsDue(store.Now) ? [(model.Generation, model.Attempts)] : [], said);
            (await store.Parking.ListAsync(account, 10, default)).Select(parked => parked.Kind).ShouldBe(model.State == "parked" ? [ParkedKind.Signal] : [], said);
        }
    }

    private static Task<IReadOnlyList<Signal>> DueAsync(DeliveryFixture store, long account) => store.Signals.FindDueAsync(store.Now, 10, signal => signal.Account != account, default);

    private sealed class Model
    {
        private DateTimeOffset _due;

        public string State { get; private set; } = "none";

        public long Generation { get; private set; }

        public int Attempts { get; private set; }

        public bool IsDue(DateTimeOffset now) => State == "open" && _due <= now;

        public void Raise(DateTimeOffset now)
        {
            _due = State == "open" && _due < now ? _due : now;
            (State, Generation, Attempts) = ("open", Generation + 1, 0);
        }

        public void Finish(Signal look)
        {
            if (State == "open" && look.Generation == Generation)
                State = "done";
        }

        public void Retry(Signal look, DateTimeOffset due, bool counts)
        {
            if (State != "open" || look.Generation != Generation)
                return;
            _due = due;
            Attempts += counts ? 1 : 0;
        }

        public void Park(Signal look)
        {
            if (State != "open" || look.Generation != Generation)
                return;
            State = "parked";
            Attempts++;
        }

        public void Replay(DateTimeOffset now)
        {
            if (State == "parked")
                (State, Attempts, _due) = ("open", 0, now);
        }
    }
}
