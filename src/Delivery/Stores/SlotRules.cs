using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;

namespace MeliBot.Delivery.Stores;

/// <summary>What every store decides alike about a slot, and calls alike in the change feed.</summary>
internal static class SlotRules
{
    /// <summary>Whether a plan may take a slot that there is: its last revision came to nothing, and nobody's words are lost.</summary>
    /// <param name="closed">It was seen that it can't be filled any more.</param>
    public static bool MayPlan(EffectSlot slot, bool closed, string author) =>
        slot.State is EffectState.Refused or EffectState.Parked && !closed && (IsPerson(author) || !IsPerson(slot.Author));

    /// <summary>Whether what this author wrote may go out while this owner speaks.</summary>
    public static bool Speaks(string author, Owner owner) => IsPerson(author) ? owner.Kind == OwnerKind.Agent : owner.Kind == OwnerKind.Bot;

    public static string NameOf(Owner owner) => owner.Kind switch
    {
        OwnerKind.Bot => "the bot",
        OwnerKind.Waiting => "a person who hasn't taken it yet",
        _ => $"the agent {owner.Agent}",
    };

    public static string NewsOf(EffectState state) => state switch
    {
        EffectState.Planned => "effect:planned",
        EffectState.Sending => "effect:sending",
        EffectState.Sent => "effect:sent",
        EffectState.AnsweredElsewhere => "effect:answered-elsewhere",
        EffectState.Refused => "effect:refused",
        EffectState.Waiting => "effect:waiting",
        _ => "effect:parked",
    };

    private static bool IsPerson(string author) => author.StartsWith("agent:", StringComparison.Ordinal);
}
