using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MeliBot.Bot.Local;

/// <summary><see cref="IBotControl"/> over the local socket; over any other connection it isn't there.</summary>
internal static class LocalApi
{
    private const string Mark = "melibot.local";

    /// <summary>Marks the connections of this endpoint as local.</summary>
    public static void UseLocalMark(this ListenOptions options) => options.Use(next => connection =>
    {
        connection.Items[Mark] = true;
        return next(connection);
    });

    public static void MapLocalApi(this IEndpointRouteBuilder app)
    {
        var local = app.MapGroup("/local").AddEndpointFilter((context, next) =>
            IsLocal(context.HttpContext) ? next(context) : ValueTask.FromResult<object?>(Results.NotFound()));
        local.MapPost("/links", async (SiteRequest wish, IBotControl control, CancellationToken cancellationToken) =>
        {
            try
            {
                return Results.Ok(await control.BeginLinkAsync(wish.Site, cancellationToken));
            }
            catch (ArgumentException e)
            {
                return Results.Problem(e.Message, statusCode: 400);
            }
        });
        local.MapPost("/links/complete", (PastedRequest wish, IBotControl control, CancellationToken cancellationToken) => control.CompleteLinkAsync(wish.Address, cancellationToken));
        local.MapGet("/links/{state}", async (string state, IBotControl control, CancellationToken cancellationToken) =>
            await control.AwaitLinkAsync(state, cancellationToken) is { } result ? Results.Ok(result) : Results.NoContent());
        local.MapGet("/accounts", (IBotControl control, CancellationToken cancellationToken) => control.AccountsAsync(cancellationToken));
        local.MapDelete("/accounts/{account:long}", (long account, IBotControl control, CancellationToken cancellationToken) => control.UnlinkAsync(account, cancellationToken));
        local.MapGet("/parked", (IBotControl control, CancellationToken cancellationToken) => control.ParkedAsync(cancellationToken));
        local.MapPost("/parked/{id:long}/replay", async (long id, IBotControl control, CancellationToken cancellationToken) =>
            await control.ReplayAsync(id, cancellationToken) ? Results.Ok() : Results.NotFound());
        local.MapGet("/sends", (IBotControl control, CancellationToken cancellationToken) => control.SendsAsync(cancellationToken));
        local.MapPost("/sends/stop", async (SendsRequest wish, IBotControl control, CancellationToken cancellationToken) =>
            string.IsNullOrWhiteSpace(wish.Why) ? Results.Problem("Say why.", statusCode: 400) : Results.Ok(await control.StopSendsAsync(wish.By, wish.Why, cancellationToken)));
        local.MapPost("/sends/resume", (SendsRequest wish, IBotControl control, CancellationToken cancellationToken) => control.ResumeSendsAsync(wish.By, wish.Why, cancellationToken));
        local.MapGet("/conversations", (int max, IBotControl control, CancellationToken cancellationToken) => control.ConversationsAsync(Math.Clamp(max, 1, 1000), cancellationToken));
        local.MapGet("/items/{id}", async (string id, IBotControl control, CancellationToken cancellationToken) =>
            await control.ItemAsync(id, cancellationToken) is { } item ? Results.Json(item) : Results.NotFound());
        local.MapGet("/conversations/{id}", async (string id, IBotControl control, CancellationToken cancellationToken) =>
            await control.ConversationAsync(id, cancellationToken) is { } conversation ? Results.Ok(conversation) : Results.NotFound());
        local.MapGet("/playbook", (IBotControl control, CancellationToken cancellationToken) => control.PlaybookAsync(cancellationToken));
        local.MapGet("/notes/{account:long}/{item}", async (long account, string item, IBotControl control, CancellationToken cancellationToken) =>
            await control.NoteAsync(account, item, cancellationToken) is { } note ? Results.Ok(note) : Results.NoContent());
        local.MapPut("/notes/{account:long}/{item}", (long account, string item, NoteRequest wish, IBotControl control, CancellationToken cancellationToken) => control.SetNoteAsync(account, item, wish.Text, cancellationToken));
        local.MapGet("/orders", (long? account, int max, string? stage, bool? deleted, IBotControl control, CancellationToken cancellationToken) => control.OrdersAsync(account, Math.Clamp(max, 1, 10_000), stage, deleted == true, cancellationToken));
        local.MapGet("/pipeline", (long? account, IBotControl control, CancellationToken cancellationToken) => control.PipelineAsync(account, cancellationToken));
        local.MapGet("/orders/{id:long}", (long id, IBotControl control, CancellationToken cancellationToken) => control.OrderAsync(id, cancellationToken));
        local.MapGet("/claims", (long? account, bool? due, bool? closed, int max, IBotControl control, CancellationToken cancellationToken) => control.ClaimsAsync(account, due == true, closed == true, Math.Clamp(max, 1, 10_000), cancellationToken));
        local.MapGet("/claims/{id:long}", async (long id, IBotControl control, CancellationToken cancellationToken) =>
            await control.ClaimAsync(id, cancellationToken) is { } story ? Results.Ok(story) : Results.NotFound());
        local.MapGet("/claims/{id:long}/case", async (long id, IBotControl control, CancellationToken cancellationToken) =>
            await control.ClaimCaseAsync(id, cancellationToken) is { } found ? Results.Ok(found) : Results.NotFound());
        local.MapGet("/turns", (int max, IBotControl control, CancellationToken cancellationToken) => control.TurnsAsync(Math.Clamp(max, 1, 1000), cancellationToken));
    }

    private static bool IsLocal(HttpContext http) => http.Features.Get<IConnectionItemsFeature>()?.Items.ContainsKey(Mark) == true;
}

internal sealed record SiteRequest(string Site);

internal sealed record PastedRequest(string Address);

internal sealed record NoteRequest(string Text);

internal sealed record SendsRequest(string By, string? Why);
