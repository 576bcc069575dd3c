using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MeliBot.Adapter.Orders;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;
using Spectre.Console;

namespace MeliBot.Bot.Commands;

/// <summary>The sales as a pipeline.</summary>
internal static class OrdersCommand
{
    private static readonly string[] Stages = [.. OrderStages.All.Select(OrderView.Name)];

    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "Of an order or a pack." };
        var account = new Option<long?>("--account") { Description = "Only this account's." };
        var stage = new Option<string?>("--stage") { Description = $"Only this stage: {string.Join(", ", Stages)}." };
        var max = new Option<int>("--max") { Description = "How many.", DefaultValueFactory = _ => 100 };
        var deleted = new Option<bool>("--deleted") { Description = "The leads that somebody deleted in the inbox, instead of the others." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        return new Command("orders", "Looks at the sales of the linked accounts.")
        {
            new Command("list", "Shows the pipeline: each stage with how many are in it, and its sales, the newest change first.") { account, stage, deleted, max, json, HostSettings.File }
                .Does((result, cancellationToken) => ListAsync(
                    new(result.GetValue(HostSettings.File)), result.GetValue(account), result.GetValue(stage), result.GetValue(deleted), result.GetValue(max), result.GetValue(json), cancellationToken)),
            new Command("show", "Shows a sale: what was sold, its payment and shipment, and every move with its time.") { id, json, HostSettings.File }
                .Does((result, cancellationToken) => ShowAsync(new(result.GetValue(HostSettings.File)), result.GetRequiredValue(id), result.GetValue(json), cancellationToken)),
        };
    }

    private static async Task<int> ListAsync(HostSettings settings, long? account, string? stage, bool deleted, int max, bool json, CancellationToken cancellationToken)
    {
        if (stage is not null && !Stages.Contains(stage, StringComparer.OrdinalIgnoreCase))
            throw new CommandException($"There is no stage \"{stage}\".", $"The stages are {string.Join(", ", Stages)}.", "Name one of them.");
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        var orders = await session.Control.OrdersAsync(account, max, stage, deleted, cancellationToken);
        if (json) return Lines(orders);
        var pipeline = await session.Control.PipelineAsync(account, cancellationToken);
        if (pipeline.All(of => of.Orders + of.Deleted == 0))
        {
            Console.WriteLine("There are no sales yet.");
            return 0;
        }

        foreach (var (of, count) in pipeline.Where(of => stage is null || string.Equals(of.Stage, stage, StringComparison.OrdinalIgnoreCase)).Select(of => (of, deleted ? of.Deleted : of.Orders)))
            Column(of, count, deleted, [.. orders.Where(order => order.Stage == of.Stage)]);
        return 0;
    }

    private static void Column(StageView stage, int count, bool deleted, IReadOnlyList<OrderView> orders)
    {
        var risky = stage.DoNotShip > 0 && !deleted ? $", {stage.DoNotShip} of them do not ship" : "";
        var hidden = stage.Deleted > 0 && !deleted ? $", {stage.Deleted} deleted beside them" : "";
        Console.WriteLine($"{stage.Stage}: {count}{risky}{hidden}");
        if (orders.Count == 0) return;
        var table = new Table().AddColumns("Order", "Account", "Lead", "Sold", "Total", "Shipment", "Tags", "In stage since (UTC)", "Changed (UTC)");
        foreach (var order in orders)
        {
            table.AddRow(
                (order.DoNotShip ? "[red]do not ship[/] " : "") + Markup.Escape((order.Pack is null ? $"{order.Id}" : $"{order.Id} (pack {order.Pack})") + (order.Stage == "unknown" ? $" ({order.Status ?? "no status"})" : "")),
                $"{order.Account}",
                Markup.Escape($"{order.Lead} {order.Contact}".Trim()),
                Markup.Escape(Sold(order)),
                Markup.Escape(Money(order)),
                Markup.Escape(Shipment(order.Shipment)),
                Markup.Escape(string.Join(", ", order.Tags)),
                $"{order.StageSince?.UtcDateTime:yyyy-MM-dd HH:mm:ss}",
                $"{order.UpdatedAt?.UtcDateTime:yyyy-MM-dd HH:mm:ss}");
        }

        Screen.Out.Write(table);
        if (orders.Count < count) Console.WriteLine($"  and {count - orders.Count} more: --stage '{stage.Stage}' --max {count} shows all of them");
    }

    private static async Task<int> ShowAsync(HostSettings settings, long id, bool json, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        var orders = await session.Control.OrderAsync(id, cancellationToken);
        if (orders.Count == 0)
            throw new CommandException($"There is no sale {id}.", "No linked account has an order or pack of this number here.", "\"orders list\" shows those that are known; a sale from before the account was linked comes with its next change.");
        if (json) return Lines(orders);
        foreach (var order in orders) Show(order);
        return 0;
    }

    private static void Show(OrderView order)
    {
        Console.WriteLine($"order {order.Id}{(order.Pack is null ? "" : $", pack {order.Pack}")}, account {order.Account}: {order.Stage}{(order.Status is null ? "" : $" ({order.Status})")}");
        if (order.DoNotShip) Console.WriteLine("  DO NOT SHIP: Mercado Libre suspects fraud. Cancel the sale.");
        Console.WriteLine($"  lead      {order.Lead} {order.Contact}".TrimEnd());
        foreach (var line in order.Lines) Console.WriteLine($"  sold      {line.Quantity} x {line.Title ?? line.Item}{(string.IsNullOrEmpty(line.Variation) ? "" : $" ({line.Variation})")}");
        Console.WriteLine($"  total     {Money(order)}");
        if (order.Payment is { } payment) Console.WriteLine($"  payment   {payment.Id} {payment.Status}{(payment.Detail is null ? "" : $" ({payment.Detail})")}");
        if (order.Shipment is { } shipment)
        {
            Console.WriteLine($"  shipment  {shipment.Id} {Shipment(shipment)}{(shipment.Carrier is null ? "" : $", {shipment.Carrier}")}{(shipment.Tracking is null ? "" : $" {shipment.Tracking}")}");
            if (shipment.PromisedFor is { } promised) Console.WriteLine($"  promised  {promised.UtcDateTime:yyyy-MM-dd}");
        }

        if (order.CancelCode is not null) Console.WriteLine($"  cancelled {order.CancelCode}");
        if (order.Tags.Count > 0) Console.WriteLine($"  tags      {string.Join(", ", order.Tags)}");
        if (order.SeenAt is { } seen) Console.WriteLine($"  as of     {seen.UtcDateTime:yyyy-MM-dd HH:mm:ss}");
        foreach (var (_, line) in order.Moves.Select(move => (move.At, Line: Move(move))).Concat(order.LeadChanges.Select(change => (change.At, Line: Lead(change)))).OrderBy(line => line.At))
            Console.WriteLine(line);
    }

    private static string Move(OrderMoveView move) =>
        $"  {move.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}  {(move.From is null || move.From == move.To ? move.To : $"{move.From} -> {move.To}")}{(move.Status is null ? "" : $" ({move.Status})")}";

    private static string Lead(LeadChange change) =>
        $"  {change.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}  lead {(change.Act == LeadAct.Deleted ? "deleted" : "restored")} by {(change.By == LeadChange.Buyer ? "the buyer's message" : change.By)}";

    private static int Lines(IReadOnlyList<OrderView> orders)
    {
        foreach (var order in orders) Console.WriteLine(JsonSerializer.Serialize(order, LocalJson.Options));
        return 0;
    }

    private static string Sold(OrderView order) => string.Join("; ", order.Lines.Select(line => $"{line.Quantity} x {line.Title ?? line.Item}"));

    private static string Money(OrderView order) => order.Total is { } total ? $"{total.ToString("#,0.00", CultureInfo.InvariantCulture)} {order.Currency}".TrimEnd() : "";

    private static string Shipment(StoredShipment? shipment) =>
        shipment is null ? "" : shipment.Substatus is null ? shipment.Status ?? "not read yet" : $"{shipment.Status}/{shipment.Substatus}";
}
