using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>A claim written down in short, to try and to test dialogs on (<c>tests/claims/*.yaml</c>).</summary>
/// <param name="Sale">That it is of; null where nothing is known about it.</param>
/// <param name="SiteId">Null where the file names none.</param>
public sealed record ClaimFixture(ClaimFacts Claim, SaleFacts? Sale, string? SiteId)
{
    /// <param name="at">When it counts as read.</param>
    /// <exception cref="FormatException">It isn't one; says where and why.</exception>
    public static ClaimFixture Parse(string name, string yaml, DateTimeOffset at) => ClaimFile.Read(OrderFixture.Read(name, yaml, ClaimFile.Shape), at);
}
