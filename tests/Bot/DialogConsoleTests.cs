using MeliBot.Bot.Composition;
using MeliBot.Bot.Demo;
using MeliBot.Bot.Local;
using MeliBot.Delivery.Reading;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Inbox.Designing;
using MeliBot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Bot.Tests;

/// <summary>The inbox's console on a host as it is put together, with an account at the Simulator. The host doesn't run, so whatever happens there the console did.</summary>
public sealed class DialogConsoleTests : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 15, 0, 0, TimeSpan.FromHours(-3));

    private readonly DemoFolder _folder = new();
    private SimulatorHost _simulator = null!;
    private WebApplication _host = null!;
    private WorldUser _seller = null!;
    private WorldItem _item = null!;

    private string Reply => _folder.File("playbook/replies/warranty.yaml");

    private IDialogConsole Console => _host.Services.GetRequiredService<IDialogConsole>();

    [Fact]
    public async Task A_question_without_a_listing_asks_Mercado_Libre_nothing()
    {
        var before = _simulator.World.Journal.Calls.Count;

        var said = (await TryAsync(new() { Text = "Hola, tiene garantía?", Locale = "es-AR", At = At })).ShouldBeOfType<ConsoleReply.Said>();

        said.Trace.Intents.ShouldContain(intent => intent.Name == "warranty" && intent.Covered);
        said.Trace.Text.ShouldNotBeNull().ShouldContain("Tres meses por fábrica.");
        said.Segments.ShouldContain(segment => segment.Intent == "warranty");
        _simulator.World.Journal.Calls.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_listing_that_is_named_is_read_and_nothing_else_happens_there_or_here()
    {
        var (calls, effects) = (_simulator.World.Journal.Calls.Count, _simulator.World.Journal.Effects.Count);

        var said = (await TryAsync(new() { Text = "Hola, cuánto sale?", Account = _seller.Id, Item = _item.Id, At = At })).ShouldBeOfType<ConsoleReply.Said>();

        said.Trace.Text.ShouldNotBeNull().ShouldContain("$ 1.234");
        said.Trace.Facts.ShouldContain(fact => fact.Name == "item.price" && fact.Source != null && fact.At != null);
        _simulator.World.Journal.Calls.Skip(calls).ShouldAllBe(call => call.Method == "GET" && call.Path.StartsWith("/items/" + _item.Id, StringComparison.Ordinal));
        _simulator.World.Journal.Effects.Count.ShouldBe(effects);
        var reader = _host.Services.GetRequiredService<IDeliveryReader>();
        (await reader.ConversationsAsync(null, 10, Cancel)).ShouldBeEmpty();
        (await reader.TurnsAsync(null, 10, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_before_it_is_remembered()
    {
        var said = (await TryAsync(new() { Text = "y en caja?", Before = ["Hola, tiene garantía?"], Locale = "es-AR", At = At })).ShouldBeOfType<ConsoleReply.Said>();
        var alone = (await TryAsync(new() { Text = "y en caja?", Locale = "es-AR", At = At })).ShouldBeOfType<ConsoleReply.Said>();

        said.Trace.State.ShouldNotBe(alone.Trace.State);
    }

    [Fact]
    public async Task A_slip_in_the_listing_is_told_apart_from_a_listing_that_cant_be_read()
    {
        (await ProblemAsync(new() { Text = "Hola", Item = _item.Id, At = At })).ShouldBe(ConsoleProblem.NoAccount);
        (await ProblemAsync(new() { Text = "Hola", Account = _seller.Id, Item = "MLA999", At = At })).ShouldBe(ConsoleProblem.NoSuchItem);
        (await ProblemAsync(new() { Text = "Hola", ItemJson = "[1]", At = At })).ShouldBe(ConsoleProblem.ItemNotUnderstood);
        await _simulator.DisposeAsync();
        _simulator = await SimulatorHost.StartAsync();
        (await ProblemAsync(new() { Text = "Hola", Account = _seller.Id, Item = "MLA998", At = At })).ShouldBe(ConsoleProblem.ItemNotRead);
    }

    [Fact]
    public async Task The_console_shows_what_is_wrong_with_an_edit_and_where()
    {
        Console.Playbook.IsBroken.ShouldBeFalse();
        await File.WriteAllTextAsync(Reply, WarrantyOf("Un año, {{ item.waranty.text }}."), Cancel);
        _host.Services.GetRequiredService<PlaybookSource>().Reload();

        var standing = Console.Playbook;

        standing.IsBroken.ShouldBeTrue();
        var problem = standing.Problems.ShouldHaveSingleItem();
        problem.Place.ShouldStartWith("replies/warranty.yaml:4:");
        problem.Text.ShouldContain("did you mean");
        // The last good version goes on answering.
        var said = (await TryAsync(new() { Text = "Hola, tiene garantía?", Locale = "es-AR", At = At })).ShouldBeOfType<ConsoleReply.Said>();
        said.Trace.Text.ShouldNotBeNull().ShouldContain("Tres meses por fábrica.");
    }

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorHost.StartAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(Reply)!);
        await File.WriteAllTextAsync(_folder.File("playbook/playbook.yaml"), "playbook: termos\nextends: shipped\nvoices: [MLA]\n", Cancel);
        await File.WriteAllTextAsync(Reply, WarrantyOf("Tres meses por fábrica."), Cancel);
        await using var worker = new Worker(_folder, _folder.File("playbook"));
        var application = _simulator.World.CreateApplication(new NewApplication { Secret = worker.ClientSecret, RedirectUri = worker.Redirect.OriginalString, CallbackUrl = worker.Callback, Topics = ["questions"], Pkce = true });
        _seller = _simulator.World.CreateSeller();
        _item = _simulator.World.CreateItem(new() { SellerId = _seller.Id, Title = "Termo de acero 1 L", Price = 1234, Stock = 10 });
        await worker.ConfigureAsync(_simulator.Url, application.Id, Cancel);
        _host = BotHost.Build(new HostSettings(worker.SettingsFile), pages: true);

        var control = _host.Services.GetRequiredService<IBotControl>();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        var link = await control.BeginLinkAsync(_seller.SiteId, Cancel);
        using var consent = await browser.GetAsync(new Uri($"{link.Url.AbsoluteUri}&auto=1&user={_seller.Id}"), Cancel);
        (await control.CompleteLinkAsync(consent.Headers.Location!.AbsoluteUri, Cancel)).Account.ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _simulator.DisposeAsync();
        _folder.Keep = false;
        _folder.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string WarrantyOf(string text) => $"reply: warranty\nintents: [warranty]\nfragments:\n  - say: \"{text}\"\n";

    private Task<ConsoleReply> TryAsync(ConsoleQuestion question) => Console.TryAsync(question, Cancel);

    private async Task<ConsoleProblem> ProblemAsync(ConsoleQuestion question) => (await TryAsync(question)).ShouldBeOfType<ConsoleReply.Failed>().Problem;
}
