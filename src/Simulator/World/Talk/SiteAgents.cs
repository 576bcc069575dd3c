namespace MeliBot.Simulator;

/// <summary>The user ids of Mercado Libre's messaging agents, one for each site that has one; the others share one.</summary>
internal static class SiteAgents
{
    private static readonly Dictionary<string, long> Known = new(StringComparer.Ordinal)
    {
        ["MLC"] = 3020819166,
        ["MCO"] = 3037204123,
        ["MLM"] = 3037204279,
        ["MLA"] = 3037674934,
        ["MLB"] = 3037675074,
    };

    private const long Other = 3037204685;

    public static long Of(string site) => Known.GetValueOrDefault(site, Other);

    public static bool IsOne(long user) => user == Other || Known.ContainsValue(user);
}
