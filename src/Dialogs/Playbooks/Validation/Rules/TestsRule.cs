using System.Text.Json;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Tests can be run, and can fail.</summary>
internal sealed class TestsRule : IRule
{
    public void Check(CheckContext playbook)
    {
        foreach (var (test, item, order, _) in playbook.Parts.Tests)
        {
            if (test.Order is { } sale && !playbook.Parts.Orders.ContainsKey(sale))
                playbook.Report(NameProblems.Order, order, $"there is no file tests/orders/{sale}", "the test writes about that sale", DidYouMean.Say(sale, playbook.Parts.Orders.Keys) ?? "make it with stage, status and shipment (docs/bot-designers.md), or put Mercado Libre's /orders/ID there");
            if (test is { Order: not null, IsMessage: false })
                playbook.Report(TestProblems.NoSaleYet, order, "a question has no order", "questions are asked before there is a sale", "write \"message:\" instead of \"question:\"");

            if (test.Item is { } file && !playbook.Parts.Items.ContainsKey(file))
                playbook.Report(NameProblems.Item, item, $"there is no file tests/items/{file}", "the test asks about that listing", DidYouMean.Say(file, playbook.Parts.Items.Keys) ?? "put the listing there, as Mercado Libre's /items/ID gives it");
            if (test is { Intents: null, Text: null, Contains.Count: 0, Lacks.Count: 0, Decision: null })
                playbook.Report(TestProblems.ChecksNothing, test.Source, "this test checks nothing", "it can never fail", "add intents, text, contains, lacks or decision");
        }

        foreach (var (file, bytes) in playbook.Parts.Items) Json(playbook, $"tests/items/{file}", bytes, "listing", "/items/ID");
        foreach (var (file, bytes) in playbook.Parts.Orders) Json(playbook, $"tests/orders/{file}", bytes, "order", "/orders/ID");
    }

    private static void Json(CheckContext playbook, string file, byte[] bytes, string what, string address)
    {
        if (!file.EndsWith(".json", StringComparison.Ordinal)) return;
        try
        {
            using var listing = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            playbook.Report(TestProblems.NotJson, SourceSpan.At(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1), "this isn't JSON", e.Message.Split(" LineNumber", 2)[0].TrimEnd('.'), $"save the {what} again, as Mercado Libre's {address} gives it");
        }
    }
}
