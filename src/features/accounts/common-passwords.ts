/**
 * What people choose first, without the figures and signs around it. Long passwords are mostly one of these with
 * figures behind or written twice, so both are taken off before a password is looked up here.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `abcdefghijkl administrator adminadmin arsenal aston babygirl baseball basketball batman birmingham butterfly changeit
  changeme charlie chelsea chocolate christmas computer correcthorsebatterystaple dragon england everton family football
  forever freedom friday general hello helloworld heed iamtheboss iloveyou jesus jordan letmein letmeinnow letmeinplease
  liverpool london loveyou manchester manchesterunited master michael monday monkey mustang newpassword nhs ninja
  notpassword nothing office password passwordpassword passphrase passw pass pokemon police princess qazwsx qazwsxedc
  qwerty qwertyuiop qwertyuiopasdf qwertyqwerty qwertyasdfgh asdfghjkl zxcvbnm rangers safeguarding safeguard
  safeguardingboard samsung secret secretsecret service shadow sharks social socialcare socialworker spring
  startrek starwars summer summertime sunday sunshine superman temppassword temporary testing testtesttest
  thisismypassword tottenham trustno trustnoone welcome welcomeback welcomehome whatever winter woodland yellow
  yourpassword mypassword`
    .split(/\s+/)
    .filter(word => word !== ''),
)
