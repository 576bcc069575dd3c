using MeliBot.Simulator;

namespace MeliBot.Bot.Tests;

/// <summary>Commands open the database themselves when no host runs.</summary>
public sealed class OfflineCommandTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("melibot-offline-");
    private SimulatorHost _simulator = null!;

    private string Settings => Path.Combine(_folder.FullName, "settings.json");

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorHost.StartAsync();
        var application = _simulator.World.CreateApplication(new NewApplication { Secret = "s", RedirectUri = "https://seller.example/callback", Pkce = true });
        await File.WriteAllTextAsync(Settings, $$"""
            {"Bot":{"Url":"http://127.0.0.1:0"},"Delivery":{"Sqlite":{"Path":"{{Path.Combine(_folder.FullName, "melibot.db")}}"} },
             "MercadoLibre":{"BaseUrl":"{{_simulator.Url}}","AuthorizationUrl":"{{_simulator.Url}}authorization","Sweep":{"PollingEvery":"00:00:01"},"Notifications":{"Secrets":["{{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32))}}"]},
             "Application":{"ClientId":{{application.Id}},"ClientSecret":"s","RedirectUri":"https://seller.example/callback"} } }
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_laptop_links_an_account_by_pasting_where_the_browser_ended()
    {
        var seller = _simulator.World.CreateSeller(new NewUser { Nickname = "LAPTOP" });

        var run = await LinkAsync(seller);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain($"LAPTOP ({seller.Id}, MLA) is linked.");
        (await ConsoleRun.OfAsync(["accounts", "list", "--settings", Settings])).Out.ShouldContain("LAPTOP");
    }

    [Fact]
    public async Task A_laptop_answers_by_polling_and_stops_when_it_is_told_to()
    {
        var seller = _simulator.World.CreateSeller(new NewUser { Nickname = "LAPTOP" });
        var buyer = _simulator.World.CreateBuyer(new NewUser { Nickname = "ANA" });
        var item = _simulator.World.CreateItem(new NewItem { SellerId = seller.Id, Title = "Pava", Price = 46500 });
        (await LinkAsync(seller)).ExitCode.ShouldBe(0);
        using var serving = ConsoleRun.Start(["serve", "--poll", "--settings", Settings]);
        (await serving.StandardOutput.ReadLineAsync()).ShouldNotBeNull().ShouldStartWith("MeliBot serves on http://127.0.0.1:");
        var logging = serving.StandardError.ReadToEndAsync();

        var question = _simulator.World.Ask(buyer.Id, item.Id, "Hola! cuánto sale?");
        IReadOnlyList<Happening> news = [];
        while (news.All(h => h.Kind != "answered"))
            news = await _simulator.World.Happenings.NextAsync(news.Count == 0 ? 0 : news[^1].Seq, TestContext.Current.CancellationToken);

        _simulator.World.Question(question.Id)!.Answer!.Text.ShouldContain("$ 46.500");
        using var kill = System.Diagnostics.Process.Start("kill", $"{serving.Id}");
        await serving.WaitForExitAsync(TestContext.Current.CancellationToken);
        serving.ExitCode.ShouldBe(0, await logging);
    }

    [Fact]
    public async Task An_unknown_site_is_told_with_those_that_are_known()
    {
        var settings = await File.ReadAllTextAsync(Settings);
        await File.WriteAllTextAsync(Settings, settings.Replace("AuthorizationUrl", "Unused", StringComparison.Ordinal));

        var run = await ConsoleRun.OfAsync(["accounts", "link", "--site", "XXX", "--settings", Settings]);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("MLA");
        run.Error.ShouldContain("MLB");
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        (await ConsoleRun.OfAsync(["accounts", "list", "--settings", Settings])).Out.ShouldContain("No account is linked");
        (await ConsoleRun.OfAsync(["parked", "list", "--settings", Settings])).Out.ShouldContain("Nothing is parked");
        var replay = await ConsoleRun.OfAsync(["parked", "replay", "7", "--settings", Settings]);
        replay.ExitCode.ShouldBe(1);
        replay.Error.ShouldContain("Not replayed: 7");
        var show = await ConsoleRun.OfAsync(["conversations", "show", "questions:1:MLA1:2", "--settings", Settings]);
        show.ExitCode.ShouldBe(1);
        show.Error.ShouldContain("There is no conversation");
        (await ConsoleRun.OfAsync(["orders", "list", "--settings", Settings])).Out.ShouldContain("There are no sales yet");
        (await ConsoleRun.OfAsync(["orders", "show", "7", "--settings", Settings])).Error.ShouldContain("There is no sale 7");
        (await ConsoleRun.OfAsync(["claims", "why", "7", "--settings", Settings])).Error.ShouldContain("no linked account has a claim 7");
        (await ConsoleRun.OfAsync(["claims", "why", "broken.yaml", "--settings", Settings])).Error.ShouldContain("there is no file broken.yaml");
        (await ConsoleRun.OfAsync(["orders", "list", "--stage", "sold", "--settings", Settings])).Error.ShouldContain("payment in process");
    }

    [Fact]
    public async Task Sales_from_before_the_link_are_found_and_shown_as_a_pipeline()
    {
        var seller = _simulator.World.CreateSeller(new NewUser { Nickname = "LAPTOP" });
        var buyer = _simulator.World.CreateBuyer(new NewUser { Nickname = "ANA" });
        var item = _simulator.World.CreateItem(new NewItem { SellerId = seller.Id, Title = "Pava", Price = 46500 });
        var paid = _simulator.World.Sales.Buy(new NewSale { BuyerId = buyer.Id, Lines = [new(item.Id, 2)] })[0];
        var cancelled = _simulator.World.Sales.Buy(new NewSale { BuyerId = buyer.Id, Lines = [new(item.Id)] })[0];
        _simulator.World.Sales.Cancel(cancelled.Id);
        _simulator.World.Sales.Tag(paid.Id, "fraud_risk_detected");
        (await LinkAsync(seller)).ExitCode.ShouldBe(0);
        using var serving = ConsoleRun.Start(["serve", "--poll", "--settings", Settings]);
        (await serving.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        var logging = serving.StandardError.ReadToEndAsync();

        ConsoleRun list;
        do list = await ConsoleRun.OfAsync(["orders", "list", "--json", "--settings", Settings]);
        while (list.Lines.Count < 2 && !TestContext.Current.CancellationToken.IsCancellationRequested);
        var shown = await ConsoleRun.OfAsync(["orders", "show", $"{paid.Id}", "--settings", Settings]);
        var table = await ConsoleRun.OfAsync(["orders", "list", "--stage", "cancelled", "--settings", Settings]);
        using var kill = System.Diagnostics.Process.Start("kill", $"{serving.Id}");
        await serving.WaitForExitAsync(TestContext.Current.CancellationToken);
        serving.ExitCode.ShouldBe(0, await logging);

        list.Lines.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement).ToDictionary(order => order.GetProperty("id").GetInt64(), order => order.GetProperty("stage").GetString())
            .ShouldBe(new Dictionary<long, string?> { [paid.Id] = "paid", [cancelled.Id] = "cancelled" }, ignoreOrder: true);
        foreach (var words in (string[])["DO NOT SHIP", "2 x Pava", "93,000.00 ARS", "ready_to_ship/ready_to_print", $"lead      {buyer.Id}", "fraud_risk_detected", "(paid)"]) shown.Out.ShouldContain(words);
        table.Out.ShouldContain($"{cancelled.Id}");
        table.Out.ShouldNotContain($"{paid.Id}");
        // Without a host the database is read directly.
        (await ConsoleRun.OfAsync(["orders", "show", $"{paid.Id}", "--settings", Settings])).Out.ShouldBe(shown.Out);
    }

    [Fact]
    public async Task A_claim_that_the_host_keeps_is_explained_and_tried_by_its_number()
    {
        var seller = _simulator.World.CreateSeller(new NewUser { Nickname = "LAPTOP" });
        var buyer = _simulator.World.CreateBuyer(new NewUser { Nickname = "ANA" });
        var item = _simulator.World.CreateItem(new NewItem { SellerId = seller.Id, Title = "Pava", Price = 46500 });
        var order = _simulator.World.Sales.Buy(new NewSale { BuyerId = buyer.Id, Lines = [new(item.Id)] })[0];
        var claim = _simulator.World.Claims.Open(new NewClaim { OrderId = order.Id, ReasonId = "PDD9939", Text = "Ya no lo quiero." });
        (await LinkAsync(seller)).ExitCode.ShouldBe(0);
        using var serving = ConsoleRun.Start(["serve", "--poll", "--settings", Settings]);
        (await serving.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        var logging = serving.StandardError.ReadToEndAsync();

        ConsoleRun list;
        do list = await ConsoleRun.OfAsync(["claims", "list", "--json", "--settings", Settings]);
        while (list.Lines.Count < 1 && !TestContext.Current.CancellationToken.IsCancellationRequested);
        var why = await ConsoleRun.OfAsync(["claims", "why", $"{claim.Id}", "--settings", Settings]);
        var tried = await ConsoleRun.OfAsync(["dialogs", "try", "--claim", $"{claim.Id}", "--event", "claim.opened", "--settings", Settings]);
        using var kill = System.Diagnostics.Process.Start("kill", $"{serving.Id}");
        await serving.WaitForExitAsync(TestContext.Current.CancellationToken);
        serving.ExitCode.ShouldBe(0, await logging);

        why.ExitCode.ShouldBe(0, why.Error);
        foreach (var words in (string[])[$"claim {claim.Id}", "The dialog 'claim_repentant' begins", "to whom it may be written: complainant", "not claim_defective: triage is repentant", "mode: draft, by the product's default"]) why.Out.ShouldContain(words);
        foreach (var words in (string[])["claim_repentant", "Decision: draft"]) tried.Out.ShouldContain(words);
        // Without a host the database is read directly.
        (await ConsoleRun.OfAsync(["claims", "why", $"{claim.Id}", "--settings", Settings])).Out.ShouldContain("The dialog 'claim_repentant' begins");
    }

    private async Task<ConsoleRun> LinkAsync(WorldUser seller)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var linking = ConsoleRun.Start(["accounts", "link", "--settings", Settings]);
        string? line;
        while ((line = await linking.StandardOutput.ReadLineAsync())?.StartsWith("http", StringComparison.Ordinal) == false)
        {
        }

        using var consent = await browser.GetAsync(new Uri($"{line.ShouldNotBeNull()}&auto=1&user={seller.Id}"));
        await linking.StandardInput.WriteLineAsync(consent.Headers.Location.ShouldNotBeNull().AbsoluteUri);
        linking.StandardInput.Close();
        var (output, error) = (await linking.StandardOutput.ReadToEndAsync(), await linking.StandardError.ReadToEndAsync());
        await linking.WaitForExitAsync();
        return new ConsoleRun(linking.ExitCode, output, error);
    }
}
