using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>
/// Filters of a claims search, of which the platform wants at least one. Open claims can be years old, so a search for them has no date.
/// A seller is the respondent of nearly all his claims, but the complainant of the sales that he cancelled.
/// </summary>
public sealed record ClaimSearch
{
    /// <summary>The most that one page holds; more is silently cut.</summary>
    public const int MaxLimit = 100;

    /// <summary>Offset and limit together stay below this.</summary>
    public const int Window = 10_000;

    private const int UsualLimit = 30;

    [AliasAs("id")]
    public long? Id { get; init; }

    /// <summary>One of <see cref="ClaimType"/>.</summary>
    [AliasAs("type")]
    public string? Type { get; init; }

    /// <summary>One of <see cref="ClaimStage"/>.</summary>
    [AliasAs("stage")]
    public string? Stage { get; init; }

    /// <summary>One of <see cref="ClaimStatus"/>. Alone it is allowed but asks for too much.</summary>
    [AliasAs("status")]
    public string? Status { get; init; }

    /// <summary>One of <see cref="ClaimResource"/>, with <see cref="ResourceId"/>.</summary>
    [AliasAs("resource")]
    public string? Resource { get; init; }

    [AliasAs("resource_id")]
    public long? ResourceId { get; init; }

    [AliasAs("reason_id")]
    public string? ReasonId { get; init; }

    [AliasAs("site_id")]
    public string? SiteId { get; init; }

    /// <summary>One of <see cref="ClaimRole"/>, with <see cref="UserId"/>.</summary>
    [AliasAs("players.role")]
    public string? Role { get; init; }

    [AliasAs("players.user_id")]
    public long? UserId { get; init; }

    /// <summary>Everything of a sale, also of its shipments and payments. Not together with <see cref="PackId"/>.</summary>
    [AliasAs("order_id")]
    public long? OrderId { get; init; }

    [AliasAs("pack_id")]
    public long? PackId { get; init; }

    [AliasAs("payment_id")]
    public long? PaymentId { get; init; }

    [AliasAs("parent_id")]
    public long? ParentId { get; init; }

    [AliasAs("date_created")]
    public string? DateCreated { get; init; }

    [AliasAs("last_updated")]
    public string? LastUpdated { get; init; }

    /// <summary><c>date_created:after:…,before:…</c>; no filter by itself.</summary>
    [AliasAs("range")]
    public string? Range { get; init; }

    /// <summary><c>field:asc</c> or <c>field:desc</c>.</summary>
    [AliasAs("sort")]
    public string? Sort { get; init; }

    [AliasAs("limit")]
    public int? Limit { get; init; }

    [AliasAs("offset")]
    public int? Offset { get; init; }

    /// <summary>The open claims in which somebody plays a part, oldest first.</summary>
    public static ClaimSearch OpenOf(long userId, ClaimRole role) =>
        new() { Status = ClaimStatus.Opened.Value, Role = role.Value, UserId = userId, Sort = "date_created:asc", Limit = MaxLimit };

    /// <summary>All claims of a sale.</summary>
    /// <param name="pack">The pack, or the order where there is none.</param>
    /// <param name="isOrder">True when it is the order.</param>
    public static ClaimSearch OfSale(long pack, bool isOrder) => new() { PackId = isOrder ? null : pack, OrderId = isOrder ? pack : null, Limit = MaxLimit };

    /// <summary>Refuses what the platform would refuse, cut silently or answer with too much.</summary>
    /// <exception cref="ArgumentException">What is wrong, and what to do.</exception>
    internal void Check()
    {
        if (!HasFilter)
            throw new ArgumentException("A claims search needs a filter, such as the user and his role, the order, the pack or the status. Limit, offset, sort and range are none. Nothing was asked.");
        Pair(Resource is null, ResourceId is null, "resource", "resource_id");
        Pair(Role is null, UserId is null, "players.role", "players.user_id");
        if (OrderId is not null && PackId is not null)
            throw new ArgumentException("A claims search takes order_id or pack_id, not both. Nothing was asked.");
        if (Limit is < 1 or > MaxLimit)
            throw new ArgumentException($"A page of a claims search holds 1 to {MaxLimit} claims, not {Limit}. Nothing was asked.");
        if (Offset is < 0 || (Offset ?? 0) + (Limit ?? UsualLimit) >= Window)
            throw new ArgumentException($"Offset and limit of a claims search stay below {Window} together: narrow the search instead. Nothing was asked.");
    }

    private bool HasFilter =>
        (Id ?? ResourceId ?? UserId ?? OrderId ?? PackId ?? PaymentId ?? ParentId) is not null
        || ((string?[])[Type, Stage, Status, Resource, ReasonId, SiteId, Role, DateCreated, LastUpdated]).Any(word => !string.IsNullOrWhiteSpace(word));

    private static void Pair(bool firstMissing, bool secondMissing, string first, string second)
    {
        if (firstMissing != secondMissing)
            throw new ArgumentException($"A claims search takes {first} and {second} only together; {(firstMissing ? first : second)} is missing. Nothing was asked.");
    }
}
