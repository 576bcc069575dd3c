using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Threads with messages that the seller hasn't read; at most 500, without pages.</summary>
public sealed record UnreadThreads
{
    public long? UserId { get; init; }

    public int? Total { get; init; }

    public IReadOnlyList<UnreadThread> Results { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record UnreadThread
{
    /// <summary><c>/packs/{pack}/sellers/{seller}</c>.</summary>
    public string? Resource { get; init; }

    public int? Count { get; init; }

    /// <summary>Whose thread it is: those in which the account is the buyer are listed too, and refused when read.</summary>
    public bool TryRead(out long pack, out long? seller)
    {
        seller = null;
        pack = 0;
        if (Resource?.Trim('/').Split('/') is not ["packs", var named, .. var rest] || !long.TryParse(named, out pack) || pack <= 0)
            return false;
        if (rest is ["sellers" or "seller", var owner, ..] && long.TryParse(owner, out var id))
            seller = id;
        return true;
    }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
