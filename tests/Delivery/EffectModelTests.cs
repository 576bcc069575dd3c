using CsCheck;
using MeliBot.Contracts;
using MeliBot.Delivery.Effects;

namespace MeliBot.Delivery.Tests;

/// <summary>Random walks over a slot's states by everybody who may touch it at once; the store and the model must agree after every step.</summary>
public sealed class EffectModelTests
{
    [Fact]
    public Task The_store_follows_the_model_of_a_slot() => WalkAsync(new SqliteFixture(), walks: 200);

    [Fact]
    public Task The_store_on_PostgreSQL_follows_it_too() => WalkAsync(new PostgresFixture(), walks: 15);

    private static async Task WalkAsync(DeliveryFixture fixture, int walks)
    {
        await using var store = fixture;
        var account = 0L;
        await Gen.Int[0, 9999].Array[1, 40].SampleAsync(async steps => await WalkAsync(store, ++account, steps), iter: walks, threads: 1);
    }

    private static async Task WalkAsync(DeliveryFixture store, long account, int[] steps)
    {
        var conversation = Some.AnyConversation(1, account);
        var key = $"{account}:answer:1";
        var model = new Model();
        var leases = new List<EffectLease>();
        var trace = new List<string>();
        foreach (var step in steps)
        {
            var (what, how) = (step % 12, step / 12);
            trace.Add($"{what}/{how}");
            var said = string.Join(", ", trace);
            switch (what)
            {
                case 0 or 1:
                    var author = how % 3 == 0 ? "agent:ana" : "bot";
                    (await store.Effects.PlanAsync(conversation, new EffectPlan { Key = key, Kind = "answer", Payload = $"{step}", Author = author, DueAt = store.Now }, store.Now, default))
                        .ShouldBe(model.Plan(author, store.Now), said);
                    break;
                case 2 or 3 or 4:
                    var claimed = (await store.Effects.ClaimAsync(store.Now, 10_000, TimeSpan.FromSeconds(60), default)).Where(lease => lease.Slot.Account == account).ToList();
                    claimed.Select(lease => (lease.Slot.Epoch, lease.Slot.Attempt, lease.Recovering)).ShouldBe(model.Claim(store.Now), said);
                    leases.AddRange(claimed);
                    break;
                case 5 or 6 or 7 when leases.Count > 0:
                    // Often the newest, sometimes one that is long over.
                    var held = how % 3 == 0 ? leases[how / 3 % leases.Count] : leases[^1];
                    var outcome = Outcomes(store.Now)[how % 7];
                    (await store.Effects.MarkAsync(held, outcome, store.Now, default)).ShouldBe(model.Mark(held, outcome, store.Now), said);
                    break;
                case 8:
                    var expected = how % 4 == 0 ? model.Epoch - 1 : model.Epoch;
                    (await store.Effects.TakeOverAsync(key, expected, $"{step}", "agent:eva", store.Now, default)).ShouldBe(model.TakeOver(expected, store.Now), said);
                    break;
                case 9:
                    var sight = (SlotSight)(how % 5);
                    await store.Signals.IngestAsync(null, new Signals.Ingest([new Signals.ConversationIngest(conversation, null, [], [new SlotObservation(key, "answer", sight, "r", "seen", null, null)])]), default);
                    model.See(sight, store.Now);
                    break;
                case 10:
                    store.Time.Advance(TimeSpan.FromSeconds(how % 40));
                    break;
                case 11 when how % 2 == 0:
                    await store.Effects.ExpireOrphansAsync(default);
                    model.Crash(store.Now);
                    break;
                default:
                    foreach (var parked in await store.Parking.ListAsync(account, 10, default))
                        (await store.Parking.ReplayAsync(parked.Id, store.Now, default)).ShouldBeTrue(said);
                    model.Replay(store.Now);
                    break;
            }

            var slot = await store.Effects.FindAsync(key, default);
            (slot?.State, slot?.Epoch ?? 0, slot?.Revision ?? 0, slot?.Attempt ?? 0, slot?.Author).ShouldBe((model.State, model.Epoch, model.Revision, model.Attempt, model.Author), said);
            (await store.Parking.ListAsync(account, 10, default)).Count.ShouldBe(model.State == EffectState.Parked ? 1 : 0, said);
        }
    }

    private static EffectOutcome[] Outcomes(DateTimeOffset now) =>
    [
        new EffectOutcome.Retry(TimeSpan.FromSeconds(10), "busy"),
        new EffectOutcome.Unknown(TimeSpan.FromSeconds(20), "reset"),
        new EffectOutcome.Waiting(now.AddSeconds(30), "paused"),
        new EffectOutcome.Refused("no"),
        new EffectOutcome.Park("undecidable"),
        new EffectOutcome.Retry(TimeSpan.Zero, "429", Counts: false),
        new EffectOutcome.Unknown(TimeSpan.Zero, "502", Counts: false),
        new EffectOutcome.Sent("{}"),
    ];

    private sealed class Model
    {
        private DateTimeOffset _due;
        private bool _uncertain;
        private bool _leased;
        private bool _closed;

        public EffectState? State { get; private set; }

        public long Epoch { get; private set; }

        public int Revision { get; private set; }

        public int Attempt { get; private set; }

        public string? Author { get; private set; }

        public bool Plan(string author, DateTimeOffset now)
        {
            if (State is not (null or EffectState.Refused or EffectState.Parked) || _closed)
                return false;
            if (State is not null && author == "bot" && Author!.StartsWith("agent:", StringComparison.Ordinal))
                return false;
            Epoch += State is null ? 0 : 1;
            (State, Revision, Attempt, Author, _due) = (EffectState.Planned, Revision + 1, 0, author, now);
            return true;
        }

        public (long, int, bool)[] Claim(DateTimeOffset now)
        {
            if (State is not (EffectState.Planned or EffectState.Waiting or EffectState.Sending) || _due > now)
                return [];
            var recovering = _uncertain;
            (State, Epoch, Attempt, _due, _uncertain, _leased) = (EffectState.Sending, Epoch + 1, Attempt + 1, now.AddSeconds(60), true, true);
            return [(Epoch, Attempt, recovering)];
        }

        public bool Mark(EffectLease lease, EffectOutcome outcome, DateTimeOffset now)
        {
            if (State != EffectState.Sending || lease.Slot.Epoch != Epoch)
                return false;
            _leased = false;
            switch (outcome)
            {
                case EffectOutcome.Retry retry:
                    (State, _due, Attempt, _uncertain) = (EffectState.Planned, now + retry.After, retry.Counts ? Attempt : Attempt - 1, lease.Recovering);
                    break;
                case EffectOutcome.Unknown unknown:
                    (_due, Attempt) = (now + unknown.After, unknown.Counts ? Attempt : Attempt - 1);
                    break;
                case EffectOutcome.Waiting waiting:
                    (State, _due, Attempt, _uncertain) = (EffectState.Waiting, waiting.Until, Attempt - 1, lease.Recovering);
                    break;
                case EffectOutcome.Refused:
                    (State, _uncertain) = (EffectState.Refused, false);
                    break;
                case EffectOutcome.Park:
                    State = EffectState.Parked;
                    break;
                default:
                    (State, _uncertain) = (EffectState.Sent, false);
                    break;
            }

            return true;
        }

        public TakeOverResult TakeOver(long expected, DateTimeOffset now)
        {
            if (State is null)
                return TakeOverResult.Missing;
            if (State is EffectState.Sent or EffectState.AnsweredElsewhere || _closed)
                return TakeOverResult.AlreadyFinal;
            if (State == EffectState.Sending)
                return TakeOverResult.Sending;
            if (expected != Epoch)
                return TakeOverResult.Stale;
            (State, Epoch, Revision, Attempt, Author, _due) = (EffectState.Planned, Epoch + 1, Revision + 1, 0, "agent:eva", now);
            return TakeOverResult.TakenOver;
        }

        public void See(SlotSight sight, DateTimeOffset now)
        {
            switch (sight, State)
            {
                case (SlotSight.Blocked or SlotSight.Open, null):
                    return;
                case (_, null):
                    (State, Revision, Author, _closed) = (sight == SlotSight.Closed ? EffectState.Refused : EffectState.AnsweredElsewhere, 1, "elsewhere", sight == SlotSight.Closed);
                    return;
                case (_, EffectState.Sending or EffectState.Sent or EffectState.AnsweredElsewhere):
                    return;
                case (SlotSight.Filled or SlotSight.Banned, _):
                    (State, _uncertain) = (EffectState.AnsweredElsewhere, false);
                    return;
                case (SlotSight.Closed, _):
                    (State, _uncertain, _closed) = (EffectState.Refused, false, true);
                    return;
                case (SlotSight.Blocked, EffectState.Planned):
                    State = EffectState.Waiting;
                    return;
                case (SlotSight.Open, EffectState.Waiting):
                    _due = _due < now ? _due : now;
                    return;
                case (SlotSight.Open, EffectState.Refused):
                    _closed = false;
                    return;
            }
        }

        public void Crash(DateTimeOffset now)
        {
            if (State != EffectState.Sending || !_leased)
                return;
            (_leased, _due) = (false, _due < now ? _due : now);
        }

        public void Replay(DateTimeOffset now)
        {
            if (State == EffectState.Parked)
                (State, Epoch, Attempt, _due) = (EffectState.Planned, Epoch + 1, 0, now);
        }
    }
}
