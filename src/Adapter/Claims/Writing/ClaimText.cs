namespace MeliBot.Adapter.Claims.Writing;

/// <summary>What a message in a claim may be.</summary>
public static class ClaimText
{
    /// <summary>Characters. The platform documents no limit; longer ones than this were never seen.</summary>
    public const int Longest = 2000;
}
