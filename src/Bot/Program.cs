using MeliBot.Bot.Commands;

return await MeliBotCommand.Create(args).Parse(args).InvokeAsync();
