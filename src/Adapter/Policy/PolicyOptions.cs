using System.ComponentModel.DataAnnotations;

namespace MeliBot.Adapter.Policy;

public enum Mode
{
    /// <summary>Sends what passes; the rest waits for a person.</summary>
    Auto,

    /// <summary>Every reply waits for a person.</summary>
    Draft,

    /// <summary>Decides and shows, sends nothing.</summary>
    Shadow,

    /// <summary>The bot says nothing; people answer.</summary>
    Off,
}

public enum UncoveredRule
{
    /// <summary>A person completes the answer.</summary>
    Draft,

    /// <summary>The rest is sent; the trace says what was left open.</summary>
    Send,
}

public sealed class PolicyOptions
{
    public const string Section = "MercadoLibre:Policy";

    /// <value>For every account and kind of conversation that says nothing else. Default Auto.</value>
    public Mode Mode { get; set; } = Mode.Auto;

    /// <value>
    /// By kind of conversation: <c>questions</c>, <c>orders</c>, <c>claims</c>; of claims also by type and stage, the narrower first: <c>claims/mediations/dispute</c>,
    /// <c>claims/mediations</c>, <c>claims/*/dispute</c>. Default none; claims are drafts then.
    /// </value>
    public Dictionary<string, Mode> Kinds { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <value>By account (its user id); stronger than the general ones.</value>
    public Dictionary<string, AccountPolicy> Accounts { get; set; } = [];

    /// <value>An intent recognised with less isn't answered without a person. Default null: what the playbook says, and 0.6 where there is none.</value>
    [Range(0.0, 1.0)]
    public double? MinConfidence { get; set; }

    /// <value>What to do when the buyer asked something that no fragment answers. Default null: what the playbook says, and Draft where there is none.</value>
    public UncoveredRule? Uncovered { get; set; }

    /// <value>Intents that need no answer, such as thanks; when nothing else was asked, silence is dropped instead of held.</value>
    public ISet<string> NeedNoAnswer { get; set; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "thanks" };

    /// <value>Sources of facts that are guesses. A fact without a source is one too.</value>
    public ISet<string> GuessSources { get; set; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "guess", "assumed", "inferred", "estimate", "model" };

    /// <value>How often the bot says the same variant of a dialog in one account's sales within <see cref="RepeatWindow"/>; what would be more often waits for a person, because the platform moderates texts that repeat. Default 20.</value>
    [Range(1, 10_000)]
    public int MostRepeats { get; set; } = 20;

    /// <value>Default 1 h.</value>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan RepeatWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The mode that holds for one account and kind of conversation where nobody else decides: claims that no setting names are drafts.</summary>
    /// <param name="account">The seller.</param>
    /// <param name="kind">Of conversation.</param>
    /// <param name="type">Of a claim; null elsewhere.</param>
    /// <param name="stage">Of a claim; null elsewhere.</param>
    public Mode ModeFor(long account, string kind, string? type = null, string? stage = null)
    {
        var (mode, named) = Find(account, kind, type, stage);
        return kind == MercadoLibreChannel.Claims && !named && mode == Mode.Auto ? Mode.Draft : mode;
    }

    /// <summary>The freest mode that the settings allow where something else decides, as a playbook does.</summary>
    /// <param name="account">The seller.</param>
    /// <param name="kind">Of conversation.</param>
    /// <param name="type">Of a claim; null elsewhere.</param>
    /// <param name="stage">Of a claim; null elsewhere.</param>
    public Mode LimitFor(long account, string kind, string? type = null, string? stage = null) => Find(account, kind, type, stage).Mode;

    /// <returns>The mode, and whether a setting names this kind.</returns>
    private (Mode Mode, bool Named) Find(long account, string kind, string? type, string? stage)
    {
        string[] names = kind == MercadoLibreChannel.Claims ? [$"{kind}/{type}/{stage}", $"{kind}/{type}", $"{kind}/*/{stage}", kind] : [kind];
        if (Accounts.TryGetValue(account.ToString(System.Globalization.CultureInfo.InvariantCulture), out var own))
        {
            if (Of(own.Kinds) is { } ownKind) return (ownKind, true);
            if (own.Mode is { } mode) return (mode, false);
        }

        return Of(Kinds) is { } general ? (general, true) : (Mode, false);

        Mode? Of(Dictionary<string, Mode> kinds)
        {
            foreach (var name in names)
            {
                if (kinds.TryGetValue(name, out var mode)) return mode;
            }

            return null;
        }
    }
}

/// <summary>Where an account differs.</summary>
public sealed class AccountPolicy
{
    public Mode? Mode { get; set; }

    public Dictionary<string, Mode> Kinds { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
