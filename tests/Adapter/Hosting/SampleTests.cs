using MeliBot.Adapter.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Tests.Hosting;

public sealed class SampleTests
{
    [Fact]
    public async Task The_sample_answers_buyers_and_remembers_them()
    {
        await using var route = await Route.Route.StartAsync(services => new ShopBot(services.GetRequiredService<ConversationState>()));
        route.Subscribe();

        var first = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Hay stock?");
        (await route.AnswerAsync(first.Id)).Text.ShouldBe("¡Hola! Sí, tenemos stock y enviamos hoy.");
        var second = route.World.Ask(route.Buyer.Id, route.Item.Id, "¿Seguro?");
        (await route.AnswerAsync(second.Id)).Text.ShouldBe("Sí, tenemos stock y enviamos hoy.");
    }

    [Fact]
    public void The_guide_prints_the_sample_that_compiles()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "MeliBot.sln")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests don't run inside the repository.");
        var sample = File.ReadAllText(Path.Combine(root, "tests", "Adapter", "Hosting", "SampleBot.cs")).Split("// sample\n")[1];

        File.ReadAllText(Path.Combine(root, "docs", "adapter.md")).ShouldContain(sample);
        sample.Split('\n').Count(line => line.Length > 0).ShouldBeLessThan(40);
    }

    [Fact]
    public async Task A_host_with_nothing_set_refuses_to_start_and_lists_every_key_at_once()
    {
        await using var app = Sample.Build(["--MercadoLibre:Adapter:QuestionSettle=9.00:00:00"]);

        var failure = await Should.ThrowAsync<Exception>(app.StartAsync());

        var text = failure.ToString();
        text.ShouldContain("MercadoLibre:Application:ClientId");
        text.ShouldContain("MercadoLibre:Application:ClientSecret");
        text.ShouldContain("MercadoLibre:Application:RedirectUri");
        text.ShouldContain("MercadoLibre:Adapter:QuestionSettle");
    }

    [Fact]
    public void A_host_without_a_bot_is_told_to_register_one()
    {
        using var services = new ServiceCollection().AddMercadoLibreAdapter().BuildServiceProvider();

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<MercadoLibreAdapterOptions>>().Value);

        failure.Message.ShouldContain("AddTransient<IBot");
    }

    [Fact]
    public void Every_public_part_of_the_channel_can_be_had()
    {
        using var services = Settings().AddTransient<IBot, ShopBot>().AddMercadoLibreAdapter().BuildServiceProvider(validateScopes: true);

        services.GetRequiredService<IBotFrameworkHttpAdapter>().ShouldBeOfType<MercadoLibreAdapter>();
        services.GetRequiredService<BotAdapter>().ShouldBeOfType<MercadoLibreAdapter>();
        services.GetRequiredService<IStorage>().ShouldNotBeNull();
        services.GetRequiredService<ITranscriptStore>().ShouldNotBeNull();
        services.GetRequiredService<Adapter.Turns.IHandoffs>().ShouldNotBeNull();
        services.GetRequiredService<Adapter.Accounts.AccountLinker>().ShouldNotBeNull();
        typeof(MercadoLibreAdapter).GetConstructors().ShouldHaveSingleItem();
    }

    private static IServiceCollection Settings() => new ServiceCollection().Configure<MercadoLibre.MercadoLibreOptions>(options =>
    {
        options.Application.ClientId = 1;
        options.Application.ClientSecret = "secret";
        options.Application.RedirectUri = new Uri("http://localhost/callback");
    });
}
