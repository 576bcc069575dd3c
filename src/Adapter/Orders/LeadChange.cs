namespace MeliBot.Adapter.Orders;

public enum LeadAct
{
    Deleted,
    Restored,
}

/// <summary>Somebody hid a lead or a contact, or it came back. Mercado Libre knows nothing of it.</summary>
/// <param name="By"><c>agent:{id}</c>, or <see cref="Buyer"/> when the buyer wrote again.</param>
public sealed record LeadChange(DateTimeOffset At, LeadAct Act, string By)
{
    /// <summary>Who brought it back by writing.</summary>
    public const string Buyer = "buyer";
}

/// <summary>A buyer of an account whose contact somebody has deleted at least once.</summary>
/// <param name="Changes">Oldest first.</param>
public sealed record StoredContact(long Account, long Buyer, IReadOnlyList<LeadChange> Changes)
{
    public LeadChange? Deletion => Changes is [.., { Act: LeadAct.Deleted } last] ? last : null;
}
