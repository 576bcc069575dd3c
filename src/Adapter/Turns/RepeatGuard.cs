using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Policy;
using MeliBot.Delivery.State;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Turns;

/// <summary>
/// Counts how often the bot said the same variant of a dialog in an account's sales, because the platform moderates automatic texts that repeat. The count is state of the account and is
/// written with the turn: of two turns that would both be the last allowed one, one runs again and sees the other.
/// </summary>
internal sealed class RepeatGuard(IStateStore states, IOptionsMonitor<PolicyOptions> options)
{
    private const string Prefix = MercadoLibreChannel.Id + "/repeats/";

    /// <returns>The reply, as a draft when it would repeat too often, and what has to be written with it when it is sent.</returns>
    public async Task<(DecidedReply Reply, IReadOnlyList<StateWrite> Counted)> JudgeAsync(TurnScope scope, DecidedReply reply, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (scope.Venue.IsPresale || reply.Decision != Decision.Send) return (reply, []);
        var (account, settings) = (scope.Snapshot.Conversation.Account, options.CurrentValue);
        var variants = Variants(reply.Composition);
        var stored = await states.ReadAsync([.. variants.Select(variant => (account, Key(variant)))], cancellationToken).ConfigureAwait(false);
        var writes = new List<StateWrite>();
        for (var i = 0; i < variants.Count; i++)
        {
            var since = (scope.Clock - settings.RepeatWindow).ToUnixTimeMilliseconds();
            List<long> said = [.. Times(stored[i].Value).Where(at => at > since)];
            if (said.Count >= settings.MostRepeats)
            {
                var why = MessageReasons.Repeated.With(variants[i], said.Count.ToString(CultureInfo.InvariantCulture), settings.RepeatWindow.ToString("c", CultureInfo.InvariantCulture));
                return (reply with { Verdict = reply.Verdict with { Decision = Decision.Draft, Notify = false, Reasons = [why, .. reply.Verdict.Reasons] } }, []);
            }

            said.Add(scope.Clock.ToUnixTimeMilliseconds());
            writes.Add(new StateWrite(account, stored[i].Key, stored[i].Version, JsonSerializer.Serialize(said)));
        }

        return (reply, writes);
    }

    /// <summary>By the rule that said it; words that no rule stands behind count as themselves.</summary>
    private static List<string> Variants(Composition composition) =>
        [.. composition.Spans.Where(span => span.Role == FragmentRole.Core).Select(span => span.Rule ?? Words(composition.Text!.Substring(span.Start, span.Length))).Distinct(StringComparer.Ordinal)];

    private static string Words(string text) => "text-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToLowerInvariant())))[..16];

    private static string Key(string variant) => Prefix + variant;

    private static List<long> Times(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<long>>(json) ?? [];
}
