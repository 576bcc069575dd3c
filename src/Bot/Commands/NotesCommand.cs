using System.CommandLine;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Facts;
using MeliBot.Bot.Local;

namespace MeliBot.Bot.Commands;

internal static class NotesCommand
{
    public static Command Create()
    {
        var item = new Argument<string>("ITEM") { Description = "The listing's id, such as MLA123456789." };
        var text = new Argument<string>("TEXT") { Description = "The note; an empty one (\"\") takes it away." };
        var account = new Option<long?>("--account") { Description = "The account's number; needed only where several linked accounts sell on the listing's site." };
        return new Command("notes", "Keeps private notes on listings: playbooks may test them and people see them, buyers never do.")
        {
            new Command("set", "Writes the note on a listing, in place of the one before.") { item, text, account, HostSettings.File }
                .Does((result, cancellationToken) => SetAsync(new(result.GetValue(HostSettings.File)), result.GetValue(account), result.GetRequiredValue(item), result.GetRequiredValue(text), cancellationToken)),
            new Command("show", "Shows the note on a listing.") { item, account, HostSettings.File }
                .Does((result, cancellationToken) => ShowAsync(new(result.GetValue(HostSettings.File)), result.GetValue(account), result.GetRequiredValue(item), cancellationToken)),
        };
    }

    private static async Task<int> SetAsync(HostSettings settings, long? account, string item, string text, CancellationToken cancellationToken)
    {
        if (text.Length > ItemNotes.MaxLength)
            throw new CommandException("The note is too long.", $"It has {text.Length} characters; {ItemNotes.MaxLength} are kept at most.", "Shorten it.");
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        await session.Control.SetNoteAsync(await AccountOfAsync(session.Control, account, item, cancellationToken), item, text, cancellationToken);
        Console.WriteLine(text.Trim().Length == 0 ? $"There is no note on {item} any more." : $"Noted on {item}.");
        return 0;
    }

    private static async Task<int> ShowAsync(HostSettings settings, long? account, string item, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        var note = await session.Control.NoteAsync(await AccountOfAsync(session.Control, account, item, cancellationToken), item, cancellationToken);
        Console.WriteLine(note is null ? $"There is no note on {item}." : $"{note.At:yyyy-MM-dd HH:mm:ss}  {note.Text}");
        return 0;
    }

    /// <summary>The account that sells on the item's site.</summary>
    private static async Task<long> AccountOfAsync(IBotControl control, long? account, string item, CancellationToken cancellationToken)
    {
        if (account is { } named) return named;
        var site = item.Length > 3 ? item[..3].ToUpperInvariant() : "";
        var sellers = (await control.AccountsAsync(cancellationToken)).Where(a => string.Equals(a.Site, site, StringComparison.OrdinalIgnoreCase)).ToArray();
        return sellers switch
        {
            [var only] => only.Id,
            [] => throw new CommandException($"No linked account sells on \"{site}\".", $"The first three letters of \"{item}\" name its site, and no account of that site is linked.", "Check the item's id with the listing's page, link the account, or name it with --account."),
            _ => throw new CommandException("It isn't clear whose listing it is.", $"Several linked accounts sell on {site}: {string.Join(", ", sellers.Select(s => $"{s.Nickname} ({s.Id})"))}.", "Name the account with --account."),
        };
    }
}
