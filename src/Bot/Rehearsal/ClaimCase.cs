using System.Globalization;
using MeliBot.Adapter.Claims;
using MeliBot.Bot.Facts;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using Receiver = MeliBot.Dialogs.Claims.ClaimReceiver;

namespace MeliBot.Bot.Rehearsal;

/// <summary>The claim of a rehearsed turn, with its sale.</summary>
/// <param name="Facts">What is known of it.</param>
/// <param name="Sale">Null where nothing is known about it.</param>
/// <param name="Site">Null where it isn't known.</param>
internal sealed record ClaimCase(ClaimFacts Facts, SaleFacts? Sale, string? Site)
{
    public long Id => long.TryParse(Facts.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 1;

    /// <summary>What its conversation knows of it.</summary>
    public ClaimMeta Meta => new(Facts.Type?.Value, Facts.Stage?.Value, Facts.Status?.Value == "closed", Receiver.Of(Facts) is var who && who == ClaimWords.Nobody ? null : who, Facts.Mandatory?.Value, Facts.Due?.Value, Site: Site, Sale: Facts.Sale, Title: Facts.Title?.Value);

    /// <summary>In short as YAML.</summary>
    /// <exception cref="FormatException">It isn't a claim; says where and why.</exception>
    public static ClaimCase Parse(string name, string text, DateTimeOffset at)
    {
        var fixture = ClaimFixture.Parse(Path.GetFileName(name), text, at);
        return new ClaimCase(fixture.Claim, fixture.Sale, fixture.SiteId);
    }

    /// <summary>As it is kept here.</summary>
    /// <param name="sale">The orders that it is about.</param>
    public static ClaimCase Of(StoredClaim claim, SaleFacts? sale) => new(ClaimFactMap.Of(claim)!, sale, claim.Claim.SiteId);
}
