using System.Text.Json;
using MeliBot.Delivery.Drafts;

namespace MeliBot.Delivery.Stores;

/// <summary>What every store decides alike about a draft, and calls alike in the change feed.</summary>
internal static class DraftRules
{
    public static string NewsOf(DraftState state) => state switch
    {
        DraftState.Open => "draft:open",
        DraftState.Approved => "draft:approved",
        DraftState.Edited => "draft:edited",
        DraftState.Discarded => "draft:discarded",
        _ => "draft:superseded",
    };

    /// <param name="effects">As they are stored.</param>
    /// <param name="key">Of a slot; null for none.</param>
    public static bool Fills(string effects, string? key)
        => key is not null && JsonSerializer.Deserialize(effects, StoredJson.Default.IReadOnlyListEffectPlan)!.Any(plan => plan.Key == key);
}
