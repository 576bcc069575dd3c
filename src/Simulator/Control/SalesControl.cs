namespace MeliBot.Simulator;

internal static class SalesControl
{
    public static void MapSalesControl(this IEndpointRouteBuilder control, World world)
    {
        control.MapGet("/orders", () => ControlEndpoints.Json(world.Sales.All));
        control.MapGet("/orders/{id:long}", (long id) => world.Sales.Order(id) is { } order ? ControlEndpoints.Json(order) : ControlEndpoints.Problem(404, "not_found", $"There is no order {id}."));
        control.Post("/orders", async http => ControlEndpoints.Json(world.Sales.Buy(await http.BodyAsync<NewSale>()), 201));
        control.MapPost("/orders/{id:long}/start-payment", (long id) => ControlEndpoints.Json(world.Sales.StartPayment(id)));
        control.MapPost("/orders/{id:long}/pay", (long id) => ControlEndpoints.Json(world.Sales.Pay(id)));
        control.MapPost("/orders/{id:long}/cancel", async (HttpContext http, long id) =>
        {
            var wish = await http.BodyAsync<CancelRequest>();
            return ControlEndpoints.Json(world.Sales.Cancel(id, wish.By ?? "buyer", wish.Fraud));
        });
        control.MapPost("/orders/{id:long}/status", async (HttpContext http, long id) => ControlEndpoints.Json(world.Sales.SetStatus(id, (await http.BodyAsync<StatusRequest>()).Status)));
        control.MapPost("/orders/{id:long}/tag", async (HttpContext http, long id) =>
        {
            var wish = await http.BodyAsync<TagRequest>();
            return ControlEndpoints.Json(world.Sales.Tag(id, wish.Tag, wish.On));
        });
        control.MapPost("/orders/{id:long}/missing", async (HttpContext http, long id) =>
        {
            var parts = (await http.BodyAsync<MissingRequest>()).Parts;
            return ControlEndpoints.Json(world.Sales.Change(id, order => order with { Missing = parts }));
        });
        control.MapPost("/orders/{id:long}/touch", (long id) =>
        {
            world.Sales.Touch(id);
            return Results.NoContent();
        });
        control.MapGet("/shipments", () => ControlEndpoints.Json(world.Sales.Shipments));
        control.MapPost("/shipments/{id:long}/move", async (HttpContext http, long id) =>
        {
            var wish = await http.BodyAsync<MoveRequest>();
            return ControlEndpoints.Json(world.Sales.Move(id, wish.Status, wish.Substatus));
        });
    }
}

internal static class MessagesControl
{
    public static void MapMessagesControl(this IEndpointRouteBuilder control, World world)
    {
        control.MapGet("/threads", () => ControlEndpoints.Json(world.Messages.Threads.Select(thread => Show(world, thread))));
        control.MapGet("/threads/{pack:long}", (long pack) => ControlEndpoints.Json(Show(world, Thread(world, pack))));
        control.MapPatch("/threads/{pack:long}", async (HttpContext http, long pack) => ControlEndpoints.Json(Show(world, Change(world, Thread(world, pack), await http.BodyAsync<ThreadChange>()))));
        control.MapPost("/threads/{pack:long}/write", async (HttpContext http, long pack) =>
        {
            var wish = await http.BodyAsync<WriteRequest>();
            return ControlEndpoints.Json(world.Messages.WriteAsBuyer(pack, wish.Text ?? "", wish.Files, wish.Moderated), 201);
        });
        control.MapPost("/threads/{pack:long}/write-elsewhere", async (HttpContext http, long pack) =>
            ControlEndpoints.Json(world.Messages.WriteElsewhere(pack, (await http.BodyAsync<WriteRequest>()).Text ?? ""), 201));
        control.MapPost("/threads/{pack:long}/read", (long pack) =>
        {
            world.Messages.ReadAsBuyer(pack);
            return Results.NoContent();
        });
        // The body is the file itself, so that a page can send what a person chose.
        control.MapPost("/threads/{pack:long}/files", async (HttpContext http, long pack, string name, bool? threat) =>
        {
            var thread = Thread(world, pack);
            using var content = new MemoryStream();
            await http.Request.Body.CopyToAsync(content, http.RequestAborted);
            return ControlEndpoints.Json(world.Messages.Files.Add(thread.BuyerId, name, http.Request.ContentType ?? "application/octet-stream", content.ToArray(), threat == true), 201);
        });
    }

    private static WorldThread Thread(World world, long pack) => world.Messages.Thread(pack) ?? throw new InvalidOperationException($"There is no sale {pack}.");

    public static object Show(World world, WorldThread thread) => new
    {
        pack = thread.Pack,
        sellerId = thread.SellerId,
        buyerId = thread.BuyerId,
        siteId = thread.SiteId,
        agent = thread.Agent,
        block = world.Messages.BlockOf(thread),
        claims = world.Claims.OpenOf(thread.Pack),
        maxLength = thread.MaxLength,
        messages = world.Messages.Of(thread.Pack),
    };

    private static WorldThread Change(World world, WorldThread thread, ThreadChange change)
    {
        thread.Agent = change.Agent ?? thread.Agent;
        // "as the order says" takes back what was set.
        thread.Block = change.Block switch { null => thread.Block, "by-order" => null, "none" => "", var block => block };
        thread.MaxLength = change.MaxLength ?? thread.MaxLength;
        thread.Excepted = change.Excepted ?? thread.Excepted;
        thread.BuyerDeactivated = change.BuyerDeactivated ?? thread.BuyerDeactivated;
        thread.Locked = change.Locked ?? thread.Locked;
        thread.ModerateNext = change.ModerateNext ?? thread.ModerateNext;
        world.Happenings.Add("changed", $"The thread of sale {thread.Pack} was changed.");
        return thread;
    }
}
