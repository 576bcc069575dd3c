using MeliBot.Browser.Tests.Pages;
using MeliBot.Browser.Tests.Stage;
using MeliBot.Simulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeliBot.Browser.Tests.Hostile;

/// <summary>Buyers and listings say what would be markup or script: it is shown to the letter, and nothing of it ever runs.</summary>
public sealed class PayloadTests(BrowserFixture fixture) : Journey(fixture)
{
    // Listens for everything that a payload could set off, in every document from its first moment.
    private const string Alarm = """
        window.alarms = [];
        window.hook = () => window.alarms.push('ran: ' + new Error().stack);
        document.addEventListener('securitypolicyviolation', e => window.alarms.push(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
        """;

    private static readonly string[] Payloads = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Hostile", "payloads.txt"));

    [Fact]
    public async Task A_hundred_payloads_as_question_nickname_and_title_run_nowhere_and_are_read_as_written()
    {
        Payloads.Length.ShouldBeGreaterThanOrEqualTo(100);
        var shop = await Stage.OpenShopAsync(title: Payloads[0]);
        var asked = Payloads.Select(payload => Ask(shop, payload)).ToList();
        var (desk, dialogs) = await ListenedAsync(Who.Administrator);
        await desk.GoAsync(shop);
        await Expect(desk.Tab("For a person").Locator(".count")).ToHaveTextAsync($"{Payloads.Length}");

        var listed = await ReadListAsync(desk);
        foreach (var (question, payload) in asked.Zip(Payloads))
        {
            listed[question.Path].ShouldBe([payload, payload, payload]);
            await desk.Page.EvaluateAsync("path => Blazor.navigateTo(path)", question.Path);
            await Expect(desk.Card(question).Text).ToBeVisibleAsync();
            (await desk.Card(question).Text.TextContentAsync()).ShouldBe(payload);
            await Expect(desk.Pane.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(payload);
            await Expect(desk.Pane.Locator("aside a").First).ToHaveTextAsync(payload);
        }

        (await desk.Page.EvaluateAsync<string[]>("() => window.alarms")).ShouldBeEmpty();
        dialogs.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_agent_types_is_shown_to_the_letter_too()
    {
        var shop = await Stage.OpenShopAsync();
        var (desk, dialogs) = await ListenedAsync(Who.Agent);
        foreach (var payload in Payloads.Where(payload => payload.Contains("onerror", StringComparison.Ordinal)).Take(5))
        {
            var card = await desk.GoAsync(shop.Ask());
            await card.WriteAsync($"Sí. {payload} Hay.");
            await Expect(card.Send).ToBeVisibleAsync();
        }

        await desk.Search.FillAsync(Payloads[0]);
        await Expect(desk.Page.GetByText("Nothing matches.").Or(desk.Rows.First)).ToBeVisibleAsync();
        (await desk.Page.EvaluateAsync<string[]>("() => window.alarms")).ShouldBeEmpty();
        dialogs.ShouldBeEmpty();
    }

    /// <summary>Who asks, about what, and how it begins, by the row's address; read while scrolling from top to end.</summary>
    private static async Task<Dictionary<string, string[]>> ReadListAsync(Desk desk)
    {
        var listed = new Dictionary<string, string[]>(StringComparer.Ordinal);
        for (var top = 0; listed.Count < Payloads.Length; top = (top + 300) % (Payloads.Length * 112))
        {
            await desk.Page.Locator(".list").EvaluateAsync("(list, top) => list.scrollTop = top", top);
            await Expect(desk.Page.Locator(".list .placeholder")).ToHaveCountAsync(0);
            foreach (var row in await desk.Rows.EvaluateAllAsync<string[][]>("rows => rows.map(row => [row.getAttribute('href'), ...['.who', '.what', '.excerpt'].map(part => row.querySelector(part).textContent)])"))
                if (row[1..].Distinct().Count() == 1) listed[row[0]] = row[1..];
        }

        return listed;
    }

    private Asked Ask(Shop shop, string payload) =>
        shop.Ask(payload, shop.NewBuyer(payload), Stage.World.CreateItem(new NewItem { SellerId = shop.Seller.Id, Title = payload, Attributes = [new("BRAND", payload, payload)] }));

    private async Task<(Desk Desk, List<string> Dialogs)> ListenedAsync(string who)
    {
        var desk = await DeskOfAsync(who);
        var dialogs = new List<string>();
        desk.Page.Dialog += async (_, dialog) =>
        {
            lock (dialogs) dialogs.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        await desk.Page.AddInitScriptAsync(Alarm);
        return (desk, dialogs);
    }
}
