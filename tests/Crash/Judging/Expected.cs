namespace MeliBot.Crash.Tests.Judging;

/// <summary>What a campaign's fault makes right although it is wrong elsewhere. Nothing, unless said.</summary>
internal sealed record Expected
{
    /// <summary>The platform may refuse a second answer of ours: the guard that its late effects need.</summary>
    public bool Refusals { get; init; }

    /// <summary>Work may end with a person, visibly and with its reason.</summary>
    public bool Parked { get; init; }

    /// <summary>An effect may still wait for something outside (a paused listing, a review).</summary>
    public bool Waiting { get; init; }

    /// <summary>Drafts may stand open.</summary>
    public bool Drafts { get; init; }

    /// <summary>A host may freeze with a look at one question while another host looks at a later one: answers are in order for whatever was stored in time.</summary>
    public bool LateLooks { get; init; }

    /// <summary>The seller answers too, so an answer needn't be ours.</summary>
    public bool OthersAnswer { get; init; }

    /// <summary>Kinds of the journal's violations that the fault itself causes.</summary>
    public IReadOnlyCollection<string> Complaints { get; init; } = [];
}
