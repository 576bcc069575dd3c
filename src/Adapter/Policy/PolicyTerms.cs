using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Policy;

/// <summary>Under which terms a reply is sent, wherever they come from: settings, a designer's rules, or the stricter of both. Each knows how to say who set it.</summary>
public sealed record PolicyTerms
{
    public required Mode Mode { get; init; }

    /// <summary>Which mode holds, and who says so.</summary>
    public required Reason ModeReason { get; init; }

    /// <summary>Confidence, 0 to 1, from which a reply is sent.</summary>
    public required double SendFrom { get; init; }

    /// <summary>Confidence from which it is sent and a person is told; below, a person approves it. Not above <see cref="SendFrom"/>.</summary>
    public required double NotifyFrom { get; init; }

    public required UncoveredRule Uncovered { get; init; }

    /// <summary>Intents that need no answer.</summary>
    public IReadOnlySet<string> NeedNoAnswer { get; init; } = new HashSet<string>();

    /// <summary>Sources of facts that are guesses.</summary>
    public IReadOnlySet<string> GuessSources { get; init; } = new HashSet<string>();

    /// <summary>Intents whose facts are never guessed, and which are never sent with a mere notice.</summary>
    public IReadOnlySet<string> Critical { get; init; } = new HashSet<string>();

    /// <summary>Why only a person may answer; null when the bot may.</summary>
    public Reason? PersonOnly { get; init; }

    /// <summary>What else speaks against sending.</summary>
    public IReadOnlyList<Reason> Against { get; init; } = [];

    /// <summary>Null when there is none.</summary>
    public FixedReplyTerms? Fixed { get; init; }
}

/// <param name="Text">As it would be said.</param>
/// <param name="Only">It stands for whatever the bot says; else only where the bot has no answer.</param>
/// <param name="Reason">Which one it is, and who says so.</param>
public sealed record FixedReplyTerms(string Text, bool Only, Reason Reason);
