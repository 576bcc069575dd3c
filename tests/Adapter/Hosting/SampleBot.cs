using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Hosting;

// The sample of docs/adapter.md: what stands between the two lines below is printed there, word for word.
// sample
public static class Sample
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddTransient<IBot, ShopBot>();
        builder.Services.AddMercadoLibreAdapter();

        var app = builder.Build();
        app.MapMercadoLibre();
        return app;
    }
}

public sealed class ShopBot(ConversationState conversation) : ActivityHandler
{
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await conversation.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var count = conversation.CreateProperty<int>("questions");
        var asked = await count.GetAsync(turnContext, () => 0, cancellationToken) + 1;
        await count.SetAsync(turnContext, asked, cancellationToken);

        if (asked == 1)
            await turnContext.SendActivityAsync("¡Hola!", cancellationToken: cancellationToken);
        await turnContext.SendActivityAsync("Sí, tenemos stock y enviamos hoy.", cancellationToken: cancellationToken);
    }
}
// sample
