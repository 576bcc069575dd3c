namespace MeliBot.Crash.Tests.Running;

/// <param name="Share">Of the size's counts; less than 1 for a quick look.</param>
/// <param name="Log">Where progress is told.</param>
internal sealed record CampaignContext(CampaignSize Size, int Seed, TextWriter Log, double Share = 1)
{
    /// <summary>The count for this size, at least 1.</summary>
    public int Count(int ci, int issue, int release) => Math.Max(1, (int)Math.Round(Share * (Size switch
    {
        CampaignSize.Ci => ci,
        CampaignSize.Issue => issue,
        _ => release,
    })));

    /// <summary>The same seed and run give the same dice, whichever runs come before.</summary>
    public Random RandomOf(int run) => new(HashCode(Seed, run));

    // Not System.HashCode: that one is seeded anew in every process.
    private static int HashCode(int seed, int run) => unchecked((seed * 486_187_739) + (run * 1_000_003) + 17);
}
