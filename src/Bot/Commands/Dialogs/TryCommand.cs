using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Rehearsal;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>What the bot would say to a question, and why. Nothing is sent and nothing is stored.</summary>
internal static class TryCommand
{
    private static readonly Argument<string?> Text = new("TEXT") { Description = "What the buyer writes.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Item = new("--item") { Description = "The listing: a file with Mercado Libre's JSON of it, or the id of one of a linked account, which is then read. Without it nothing is known about the listing." };
    private static readonly Option<string?> Order = new("--order") { Description = "Makes it a message after the sale: a file of the order (short YAML as in tests/orders, or Mercado Libre's JSON), or the number of an order or pack that this host keeps. Mercado Libre isn't asked." };
    private static readonly Option<string?> Claim = new("--claim") { Description = "Makes it a turn of a claim: a file of the claim (short YAML as in tests/claims), or the number of a claim that this host keeps. Mercado Libre isn't asked." };
    private static readonly Option<string?> Event = new("--event") { Description = "With --claim and without a TEXT: what happens, such as claim.opened (the default), claim.stage-changed or claim.return-changed." };
    private static readonly Option<string> Sender = new("--from") { Description = "With --claim and a TEXT: who writes, complainant, respondent or mediator.", DefaultValueFactory = _ => "complainant" };
    private static readonly Option<string?> At = new("--at") { Description = "When it is asked, such as 2026-12-24T22:00-03:00. Without it now." };
    private static readonly Option<string?> Locale = new("--locale") { Description = "What the buyer speaks: es-AR, es-MX, pt-BR and so on. Without it the listing's site says." };
    private static readonly Option<string[]> Before = new("--before") { Description = "A question that the buyer asked before on the same listing; may be repeated." };
    private static readonly Option<long> Account = new("--account") { Description = "The seller's number, for rules that name one.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Playbook = PlaybookOption.Create();
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object instead of text; with --batch it is JSON anyway." };
    private static readonly Option<string?> Lines = new("--batch") { Description = "A file of lines {\"id\",\"text\",\"locale\",\"item\"}; - is the standard input. \"item\" is the listing's JSON, a file of it, or an id; \"at\" and \"before\" may stand there too, and \"order\" (its JSON, a file or a number; null for a sale of which nothing is known) for messages after the sale, or \"claim\" (a file or a number) with \"from\", or \"event\" in place of \"text\", for claims. One JSON line comes back for each, in order." };

    public static Command Create() => new Command("try", "Shows what the bot would say to a question, to a message of a sale or in a claim, and why. Nothing is sent, nothing is stored.") { Text, Item, Order, Claim, Event, Sender, At, Locale, Before, Account, Playbook, Json, Lines, HostSettings.File }
        .Does(async (result, cancellationToken) =>
        {
            if (result.GetValue(Lines) is { } file) return await BatchProcess.RunAsync(cancellationToken) ?? await BatchAsync(file, result, cancellationToken);
            return await OneAsync(result, cancellationToken);
        });

    private static async Task<int> OneAsync(ParseResult result, CancellationToken cancellationToken)
    {
        var text = result.GetValue(Text) ?? (result.GetValue(Claim) is not null ? "" : null) ?? throw new CommandException("There is nothing to try.", "No question was given.", "Write it behind the command in quotation marks, or use --batch FILE.");
        var at = result.GetValue(At) is { } named ? ReadTime(named) : TimeProvider.System.GetUtcNow();
        await using var listings = new Listings(new HostSettings(result.GetValue(HostSettings.File)));
        await using var sales = new Sales(new HostSettings(result.GetValue(HostSettings.File)));
        var claim = result.GetValue(Claim) is { } claimed ? await ClaimCases.NamedAsync(claimed, at, new HostSettings(result.GetValue(HostSettings.File)), cancellationToken) : null;
        Sale? sale;
        try
        {
            sale = result.GetValue(Order) is { } order ? await sales.FindAsync(order, at, cancellationToken) : null;
        }
        catch (FormatException e)
        {
            throw new CommandException("The order can't be read.", e.Message, "Name a file of an order (short YAML with stage, status and shipment, or Mercado Libre's JSON as GET /orders/{id} gives it), or the number of a sale that \"orders list\" shows.", 1, e);
        }

        Scene scene;
        try
        {
            scene = new Scene
            {
                Text = text,
                Locale = result.GetValue(Locale),
                At = at,
                Account = result.GetValue(Account),
                Listing = result.GetValue(Item) is { } item ? await listings.FindAsync(item, at, cancellationToken) : Listing.Unknown,
                Sale = sale,
                Claim = claim,
                Event = claim is null || text.Length > 0 ? null : result.GetValue(Event) ?? "claim.opened",
                Sender = result.GetRequiredValue(Sender),
                Before = result.GetValue(Before) ?? [],
            };
        }
        catch (FormatException e)
        {
            throw new CommandException("The listing can't be read.", e.Message, "Name a file with Mercado Libre's JSON of an item, as GET /items/{id} gives it.", 1, e);
        }

        using var stage = PlaybookOption.Open(result.GetValue(Playbook), Place(scene), cancellationToken);
        var rehearsed = await stage.RunAsync(scene, cancellationToken);
        if (!result.GetValue(Json))
        {
            RehearsalView.Show(Screen.Out, rehearsed, $"{stage.Playbook.Name} {stage.Playbook.Version}");
            return 0;
        }

        await using var output = Console.OpenStandardOutput();
        await using (var writer = new Utf8JsonWriter(output, RehearsalJson.Readable)) RehearsalJson.WriteWhole(writer, rehearsed);
        output.Write("\n"u8);
        return 0;
    }

    private static string Place(Scene scene) => scene.Claim is not null ? IntentPlaces.Claims : scene.Sale is not null ? IntentPlaces.Orders : IntentPlaces.Questions;

    private static async Task<int> BatchAsync(string file, ParseResult result, CancellationToken cancellationToken)
    {
        var now = result.GetValue(At) is { } named ? ReadTime(named) : TimeProvider.System.GetUtcNow();
        await using var listings = new Listings(new HostSettings(result.GetValue(HostSettings.File)));
        await using var sales = new Sales(new HostSettings(result.GetValue(HostSettings.File)));
        // The first lines and their listings are read while the playbook is, on a thread of its own: it waits for the pool's.
        var opening = Task.Factory.StartNew(() => PlaybookOption.Open(result.GetValue(Playbook), IntentPlaces.Questions, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return await Batch.RunAsync(
                file,
                opening,
                async (line, writer, token) =>
                {
                    var at = Batch.Text(line, "at") is { } own ? Time(own) ?? throw new FormatException($"\"at\" is no time: {own}") : now;
                    var claim = Batch.Text(line, "claim") is { } claimed ? await ClaimCases.FindAsync(claimed, at, new HostSettings(result.GetValue(HostSettings.File)), token) : null;
                    var happens = claim is null ? null : Batch.Text(line, "event");
                    var scene = new Scene
                    {
                        Text = Batch.Text(line, "text") ?? (happens is not null ? "" : throw new FormatException("a line needs a \"text\"")),
                        Claim = claim,
                        Event = happens,
                        Sender = Batch.Text(line, "from") ?? result.GetRequiredValue(Sender),
                        Locale = Batch.Text(line, "locale") ?? result.GetValue(Locale),
                        At = at,
                        Account = result.GetValue(Account),
                        Listing = await ListingAsync(listings, line, at, token),
                        Sale = await SaleAsync(sales, line, at, token),
                        Before = line.TryGetProperty("before", out var before) ? Texts(before) : [],
                    };
                    var stage = await opening;
                    RehearsalJson.Write(writer, await stage.RunAsync(scene, token));
                },
                cancellationToken);
        }
        finally
        {
            if (opening.IsCompletedSuccessfully) (await opening).Dispose();
        }
    }

    private static async Task<Listing> ListingAsync(Listings listings, JsonElement line, DateTimeOffset at, CancellationToken cancellationToken) => !line.TryGetProperty("item", out var item)
        ? Listing.Unknown
        : item.ValueKind switch
        {
            JsonValueKind.Null => Listing.Unknown,
            JsonValueKind.Object => ListingJson.Parse(item.GetRawText(), at),
            JsonValueKind.String => await listings.FindAsync(item.GetString()!, at, cancellationToken),
            _ => throw new FormatException("\"item\" is an id, a file, or the item's JSON"),
        };

    private static async Task<Sale?> SaleAsync(Sales sales, JsonElement line, DateTimeOffset at, CancellationToken cancellationToken) => !line.TryGetProperty("order", out var order)
        ? null
        : order.ValueKind switch
        {
            JsonValueKind.Null => Sale.Unknown,
            JsonValueKind.Object or JsonValueKind.Array => OrderJson.ParseJson(order.GetRawText(), at),
            JsonValueKind.String => await sales.FindAsync(order.GetString()!, at, cancellationToken),
            JsonValueKind.Number => await sales.FindAsync(order.GetRawText(), at, cancellationToken),
            _ => throw new FormatException("\"order\" is a number, a file, or the order's JSON"),
        };

    private static IReadOnlyList<string> Texts(JsonElement texts) => texts.ValueKind switch
    {
        JsonValueKind.String => [texts.GetString()!],
        JsonValueKind.Array when texts.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String) => [.. texts.EnumerateArray().Select(text => text.GetString()!)],
        _ => throw new FormatException("\"before\" is a text, or a list of texts"),
    };

    internal static DateTimeOffset ReadTime(string text) => Time(text)
        ?? throw new CommandException($"\"{text}\" is no time.", "It can't be read as a date and time.", "Write for example 2026-12-24T22:00-03:00; without the last part it is UTC.");

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
