namespace MeliBot.Simulator;

/// <summary>Everything that happened at the platform's doors, in order.</summary>
public sealed class Journal
{
    private readonly WorldCore _core;
    private readonly List<JournalCall> _calls = [];
    private readonly List<JournalEffect> _effects = [];
    private readonly List<JournalViolation> _violations = [];
    private long _seq;

    internal Journal(WorldCore core) => _core = core;

    public IReadOnlyList<JournalCall> Calls => Copy(_calls);

    public IReadOnlyList<JournalEffect> Effects => Copy(_effects);

    public IReadOnlyList<JournalViolation> Violations => Copy(_violations);

    /// <summary>The effects of this kind that were accepted, for one key or for all.</summary>
    public IReadOnlyList<JournalEffect> Accepted(string kind, string? key = null) =>
        [.. Effects.Where(e => e.Accepted && e.Kind == kind && (key is null || e.Key == key))];

    public IReadOnlyList<JournalEffect> Refused(string kind, string? key = null) =>
        [.. Effects.Where(e => !e.Accepted && e.Kind == kind && (key is null || e.Key == key))];

    /// <summary>Answers that this application had accepted for a question: never to be more than one.</summary>
    public int AnswersAccepted(long questionId) =>
        Accepted(EffectKinds.Answer, questionId.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Count(e => e.By.StartsWith("app:", StringComparison.Ordinal));

    /// <summary>How many effects of this kind applications had accepted, per key: the figure that must be 1 everywhere.</summary>
    public IReadOnlyDictionary<string, int> AcceptedPerKey(string kind)
    {
        lock (_core.Gate)
        {
            return _effects.Where(e => e.Accepted && e.Kind == kind && e.By.StartsWith("app:", StringComparison.Ordinal))
                .GroupBy(e => e.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        }
    }

    /// <summary>What applications did to claims that costs money and was accepted, in order: each is to have had a person's word before it.</summary>
    public IReadOnlyList<JournalEffect> MoneyActions(string? claim = null) =>
        [.. Effects.Where(e => e.Accepted && EffectKinds.CostsMoney(e.Kind) && (claim is null || e.Key == claim) && e.By.StartsWith("app:", StringComparison.Ordinal))];

    public void Clear()
    {
        lock (_core.Gate)
        {
            _calls.Clear();
            _effects.Clear();
            _violations.Clear();
        }
    }

    internal void Call(string method, string path, string query, int? status, long? applicationId, long? userId, string? fault)
    {
        lock (_core.Gate) _calls.Add(new(++_seq, _core.Now, method, path, query, status, applicationId, userId, fault));
        _core.Changed();
    }

    internal void Effect(string kind, string key, string? refusal, string by, long? userId, string? text = null, decimal? amount = null)
    {
        lock (_core.Gate) _effects.Add(new(++_seq, _core.Now, kind, key, refusal is null, refusal, by, userId, text, amount));
        _core.Changed();
    }

    internal void Violation(string kind, long? applicationId, long? userId, string detail)
    {
        lock (_core.Gate) _violations.Add(new(++_seq, _core.Now, kind, applicationId, userId, detail));
        _core.Changed();
    }

    private T[] Copy<T>(List<T> list)
    {
        lock (_core.Gate) return [.. list];
    }
}

public static class EffectKinds
{
    public const string Answer = "answer";
    public const string Ask = "ask";
    public const string DeleteQuestion = "delete-question";
    public const string HideQuestion = "hide-question";
    public const string Blacklist = "blacklist";
    public const string Unblacklist = "unblacklist";
    public const string Message = "message";

    /// <summary>Answered with success, and nobody ever gets it.</summary>
    public const string SwallowedMessage = "swallowed-message";

    public const string BuyerMessage = "buyer-message";
    public const string ClaimOpened = "claim-opened";

    /// <summary>The complainant or the mediator wrote.</summary>
    public const string ClaimMessageIn = "claim-message-in";

    public const string ClaimMessage = "claim-message";
    public const string ClaimRefund = "claim-refund";

    /// <summary>A part of the money was offered; it moves when the buyer takes it.</summary>
    public const string ClaimPartialRefund = "claim-partial-refund";

    public const string ClaimReturn = "claim-return";
    public const string ClaimReplace = "claim-replace";
    public const string ClaimDispute = "claim-dispute";
    public const string ClaimEvidence = "claim-evidence";
    public const string ClaimReview = "claim-review";

    /// <summary>Money went back to the buyer, whoever caused it.</summary>
    public const string MoneyReturned = "money-returned";

    /// <summary>Somebody let the date of a mandatory action pass.</summary>
    public const string MandateMissed = "mandate-missed";

    /// <summary>Acts on a claim that cost the seller money, or may: a dispute can be lost, a review ends the claim.</summary>
    public static bool CostsMoney(string kind) => kind is ClaimRefund or ClaimPartialRefund or ClaimReturn or ClaimReplace or ClaimReview;

    public const string Token = "token";
    public const string Revoke = "revoke";
}
