using MeliBot.Crash.Tests.Campaigns;
using MeliBot.Crash.Tests.Campaigns.Claims;
using MeliBot.Crash.Tests.Campaigns.Hostile;
using MeliBot.Crash.Tests.Campaigns.Hosts;

namespace MeliBot.Crash.Tests.Running;

/// <summary>All campaigns, in the order of the table.</summary>
internal static class Campaigns
{
    public static IReadOnlyList<ICampaign> All { get; } =
    [
        new KillAtRandom(),
        new KillAtEveryPoint(),
        new KillAtEveryPointOfASale(),
        new RepeatedNotices(),
        new RepeatedMessageNotices(),
        new FaultsBeforeTheEffect(),
        new FaultsAfterTheEffect(),
        new MessagesAfterTheEffect(),
        new HostsOverQueues(),
        new HostsOnOneStore(),
        new RepeatedNoticesToHosts(),
        new RollingRestart(),
        new SimultaneousExpiries(),
        new KillBetweenRefreshAndCommit(),
        new DarkWebhook(),
        new Poison(),
        new PersonAgainstBot(),
        new PersonAgainstBotInASale(),
        new RandomLivesOfClaims(),
        new ClaimsInARow(),
        new ShippedClaims(),
        new FullDisk(),
        new Upgrade(),
        new ClockJumps(),
        new HostileTraffic(),
        new Flood(),
        new SlowClients(),
        new Canaries(),
    ];

    /// <exception cref="ArgumentException">One of the ids is nobody's.</exception>
    public static IReadOnlyList<ICampaign> Find(IEnumerable<string> ids)
    {
        var wanted = ids.ToList();
        if (wanted.Count == 0)
            return All;
        var unknown = wanted.Where(id => !All.Any(campaign => Is(campaign, id))).ToList();
        if (unknown.Count > 0)
            throw new ArgumentException($"There is no campaign {string.Join(", ", unknown)}. There are {string.Join(", ", All.Select(campaign => campaign.Id))}.");
        return [.. All.Where(campaign => wanted.Exists(id => Is(campaign, id)))];

        static bool Is(ICampaign campaign, string id) => string.Equals(campaign.Id, id, StringComparison.OrdinalIgnoreCase);
    }
}
