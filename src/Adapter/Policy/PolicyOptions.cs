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

    /// <value>By kind of conversation: <c>questions</c>, <c>orders</c>, <c>claims</c>.</value>
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

    /// <summary>The mode that holds for one account and kind of conversation.</summary>
    public Mode ModeFor(long account, string kind)
    {
        if (Accounts.TryGetValue(account.ToString(System.Globalization.CultureInfo.InvariantCulture), out var own))
        {
            if (own.Kinds.TryGetValue(kind, out var ownKind)) return ownKind;
            if (own.Mode is { } mode) return mode;
        }

        return Kinds.TryGetValue(kind, out var general) ? general : Mode;
    }
}

/// <summary>Where an account differs.</summary>
public sealed class AccountPolicy
{
    public Mode? Mode { get; set; }

    public Dictionary<string, Mode> Kinds { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
