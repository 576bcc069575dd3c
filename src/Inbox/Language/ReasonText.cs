using System.Globalization;
using System.Text.RegularExpressions;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Delivery.Reasons;
using Microsoft.Extensions.Localization;

namespace MeliBot.Inbox.Language;

/// <summary>Reasons in the reader's language. What has no code, or none that this version knows, is shown as it was said.</summary>
public sealed partial class ReasonText(IStringLocalizer<ReasonWords> words)
{
    private const string WrittenMoment = "ddd d MMM yyyy HH:mm";

    public string Of(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        // Why a message can't be sent has its words where the bot reads them too.
        if (SendReason.Read(reason) is { } block) return block.Sentence(CultureInfo.CurrentUICulture.Name);
        return reason.Code is { } code && words[code] is { ResourceNotFound: false } known ? ReasonTemplate.Fill(known.Value, reason.Arguments, Say) : reason.Text;
    }

    public string Of(IEnumerable<Reason> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        return string.Join(' ', reasons.Select(Of));
    }

    private string Say(string kind, string argument) => kind switch
    {
        ReasonTemplate.Nested => Of(Reason.Parse(argument)),
        "term" => Word("term " + argument, argument),
        "number" => double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.00", CultureInfo.CurrentCulture) : argument,
        "moment" => DateTime.TryParseExact(argument, WrittenMoment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.ToString("g", CultureInfo.CurrentCulture) : argument,
        "rule" => RuleWords().Replace(argument, match => match.Value[0] == '"' ? match.Value : Word("rule " + match.Value, match.Value)),
        _ => argument,
    };

    private string Word(string key, string otherwise) => words[key] is { ResourceNotFound: false } known ? known.Value : otherwise;

    // Names that designers gave stand in quotes, and stay.
    [GeneratedRegex("\"[^\"]*\"|the general rule|the product's default|[a-z]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RuleWords();
}
