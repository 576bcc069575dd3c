namespace MeliBot.Crash.Tests.Running;

internal enum CampaignSize
{
    /// <summary>What every change must pass: minutes for all campaigns together.</summary>
    Ci,

    /// <summary>What docs/reliability.md shows.</summary>
    Issue,

    /// <summary>Before a release: hours.</summary>
    Release,
}
