using MeliBot.Adapter.Inbound;
using MeliBot.Dialogs.Facts;

namespace MeliBot.Bot.Rehearsal;

/// <summary>A question to rehearse, and what is known when it is asked.</summary>
internal sealed record Scene
{
    public required string Text { get; init; }

    public string? Locale { get; init; }

    public required DateTimeOffset At { get; init; }

    public const long NoAccount = 1;

    /// <summary>The seller's user id.</summary>
    public long Account { get; init; } = NoAccount;

    /// <summary>Of a host that has linked the account; null for facts that only the scene gives.</summary>
    public IFactSource? Facts { get; init; }

    /// <summary>A listing that <see cref="Facts"/> reads, instead of <see cref="Listing"/>.</summary>
    public string? ReadItem { get; init; }

    /// <summary>The account's, where neither language nor listing says one.</summary>
    public string? HomeSite { get; init; }

    /// <summary>What the bot learns of the listing.</summary>
    public Listing Listing { get; init; } = Listing.Unknown;

    /// <summary>Makes it a message after the sale; null before one.</summary>
    public Sale? Sale { get; init; }

    /// <summary>Makes it a turn of a claim; null elsewhere.</summary>
    public ClaimCase? Claim { get; init; }

    /// <summary>What happens in the claim; null where somebody writes.</summary>
    public string? Event { get; init; }

    /// <summary>Who writes in the claim.</summary>
    public string Sender { get; init; } = "complainant";

    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Of the language where one is named, else of the sale or the listing.</summary>
    public string? Site => Sites.OfLocale(Locale) ?? Claim?.Site ?? Sale?.Site ?? Sites.OfItem(ReadItem ?? Listing.Item.Id) ?? HomeSite;

    /// <summary>The listing's, or one that only names the site.</summary>
    public string ItemId => ReadItem ?? (Listing.Item.Id.Length > 0 ? Listing.Item.Id : $"{Site}1");
}

/// <param name="Description">As plain text; null when not known.</param>
internal sealed record Listing(ItemFacts Item, Fact<string>? Description)
{
    /// <summary>There is one, and nothing is known about it.</summary>
    public static readonly Listing Unknown = new(new ItemFacts { Id = "" }, null);
}
