using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>Where claims are kept; every change of one is told to the seller's applications, their own too.</summary>
internal sealed class ClaimBook(WorldCore core, NoticeOffice notices, Journal journal, Happenings happenings)
{
    /// <summary>Notices for what the claim is, and for what was done in it.</summary>
    public const string Claims = "claims";

    public const string Actions = "claims_actions";

    private readonly Dictionary<long, Versioned<WorldClaim>> _claims = [];
    private readonly Dictionary<long, List<long>> _byConversation = [];
    private readonly Dictionary<long, long> _returns = [];
    private long _nextClaim = 5_300_000_001;
    private long _nextReturn = 57_300_001;
    private long _nextShipment = 43_800_000_001;

    public WorldCore Core => core;

    public Journal Journal => journal;

    public Happenings Happenings => happenings;

    public DateTimeOffset Now => core.Now;

    public IReadOnlyList<WorldClaim> All(TimeSpan lag = default)
    {
        lock (core.Gate) return [.. _claims.Values.Select(claim => lag > TimeSpan.Zero ? claim.At(core.Now - lag) : claim.Current).OfType<WorldClaim>()];
    }

    public WorldClaim? Find(long id, TimeSpan lag = default)
    {
        lock (core.Gate)
        {
            if (!_claims.TryGetValue(id, out var claim)) return null;
            return lag > TimeSpan.Zero ? claim.At(core.Now - lag) : claim.Current;
        }
    }

    public WorldClaim Current(long id) => Find(id) ?? throw new InvalidOperationException($"There is no claim {Text(id)}.");

    public IReadOnlyList<long> OpenOf(long conversation)
    {
        lock (core.Gate) return _byConversation.TryGetValue(conversation, out var ids) ? [.. ids.Where(id => _claims[id].Current.IsOpen)] : [];
    }

    public WorldClaim? OfReturn(long id, TimeSpan lag = default)
    {
        lock (core.Gate) return _returns.TryGetValue(id, out var claim) && Find(claim, lag) is { Return: not null } found ? found : null;
    }

    public long NextId()
    {
        lock (core.Gate) return _nextClaim++;
    }

    public long NextReturn(long claim)
    {
        lock (core.Gate)
        {
            _returns.Add(_nextReturn, claim);
            return _nextReturn++;
        }
    }

    public long NextShipment()
    {
        lock (core.Gate) return _nextShipment++;
    }

    public void Add(WorldClaim claim)
    {
        lock (core.Gate)
        {
            _claims.Add(claim.Id, new(claim.Born, claim));
            if (claim.Conversation is { } conversation)
            {
                if (!_byConversation.TryGetValue(conversation, out var ids)) _byConversation[conversation] = ids = [];
                ids.Add(claim.Id);
            }

            Tell(claim, Claims);
            core.Changed();
        }
    }

    /// <param name="notice"><see cref="Claims"/>, <see cref="Actions"/> or null: nobody is told.</param>
    public WorldClaim Set(long id, Func<WorldClaim, WorldClaim> change, string? notice = Claims)
    {
        lock (core.Gate)
        {
            var before = Current(id);
            var now = core.Now;
            var after = change(before) with { LastUpdated = now };
            _claims[id].Set(now, after);
            if (after.Mandate is { } mandate && !ReferenceEquals(mandate, before.Mandate)) Watch(id, mandate);
            if (notice is not null) Tell(after, notice);
            core.Changed();
            return after;
        }
    }

    /// <summary>Called when somebody let a date pass.</summary>
    public Action<WorldClaim, WorldMandate>? Missed { get; set; }

    /// <summary>Begins to count towards the date. One that had passed when it was set stays as it is.</summary>
    public void Watch(long id, WorldMandate mandate)
    {
        if (mandate.Due <= core.Now) return;
        core.After(mandate.Due - core.Now, () =>
        {
            // Another one, or none, since.
            if (Find(id) is { IsOpen: true } claim && ReferenceEquals(claim.Mandate, mandate)) Missed?.Invoke(claim, mandate);
        });
    }

    // The platform names the resource with its leading slash and without; nobody knows when.
    public void Tell(WorldClaim claim, string action) =>
        notices.Publish("post_purchase", $"{(core.Next(2) == 0 ? "/" : "")}post-purchase/v1/claims/{Text(claim.Id)}", claim.SellerId, [action]);

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
