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
    /// <summary>For a command that is about this one claim.</summary>
    /// <exception cref="CommandException">There is no such file and no such claim, or it isn't one; says why.</exception>
    public static async Task<ClaimCase> NamedAsync(string claim, DateTimeOffset at, HostSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(claim, at, settings, cancellationToken);
        }
        catch (FormatException e)
        {
            throw new CommandException("The claim can't be read.", e.Message, "Name a file of a claim (short YAML with type, stage, reason and actions, docs/bot-designers.md), or the number of one that \"claims list\" shows.", 1, e);
        }
    }

    /// <exception cref="FormatException">There is no such file and no such claim, or it isn't one; says why.</exception>
    public static async Task<ClaimCase> FindAsync(string claim, DateTimeOffset at, HostSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            if (File.Exists(claim)) return ClaimCase.Parse(claim, await File.ReadAllTextAsync(claim, cancellationToken), at);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"the file {claim} can't be read: {e.Message}", e);
        }

        if (!long.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) throw new FormatException($"there is no file {claim}");
        try
        {
            await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
            if (await session.Control.ClaimCaseAsync(id, cancellationToken) is not { } found) throw new FormatException($"no linked account has a claim {id} here");
            return ClaimCase.Of(StoredClaim.Parse(found.Claim), SaleFactMap.Of([.. found.Orders.Select(order => order.ToStored())]));
        }
        catch (SettingsException e)
        {
            throw new FormatException($"{claim} is no file, and to look it up as the number of a claim an account has to be linked", e);
        }
    }
}
