using System.Globalization;
using MeliBot.Adapter.Claims;
using MeliBot.Bot.Commands;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Facts;
using MeliBot.Bot.Local;

namespace MeliBot.Bot.Rehearsal;

/// <summary>Finds claims for rehearsals: in a file, or, by number, among those that this host keeps. Mercado Libre isn't asked.</summary>
internal static class ClaimCases
{
    /// <exception cref="CommandException">There is no such file and no such claim, or it isn't one; says why.</exception>
    public static async Task<ClaimCase> FindAsync(string claim, DateTimeOffset at, HostSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            if (File.Exists(claim)) return ClaimCase.Parse(claim, await File.ReadAllTextAsync(claim, cancellationToken), at);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw Unread(e.Message, e);
        }

        if (!long.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) throw Unread($"there is no file {claim}", null);
        try
        {
            await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
            if (await session.Control.ClaimCaseAsync(id, cancellationToken) is not { } found) throw Unread($"no linked account has a claim {id} here", null);
            return ClaimCase.Of(StoredClaim.Parse(found.Claim), SaleFactMap.Of([.. found.Orders.Select(order => order.ToStored())]));
        }
        catch (SettingsException e)
        {
            throw Unread($"{claim} is no file, and to look it up as the number of a claim an account has to be linked", e);
        }
    }

    private static CommandException Unread(string why, Exception? inner) =>
        new("The claim can't be read.", why, "Name a file of a claim (short YAML with type, stage, reason and actions, docs/bot-designers.md), or the number of one that \"claims list\" shows.", 1, inner);
}
