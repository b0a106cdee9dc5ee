// Common given names of Honduras and of English, folded (no accents, lower case): general knowledge, no register.
// Enough to ask "is this a person?"; nothing is decided by it.

export const GIVEN = new Set(
  `juan jose luis carlos jorge mario marco antonio manuel francisco pedro pablo miguel angel rafael roberto ricardo
  fernando eduardo alberto alejandro andres daniel david diego edgar edwin elias emilio enrique ernesto esteban felipe
  fredy gabriel gerardo german gilberto gustavo hector hernan hugo ignacio isaac ismael ivan jaime javier jesus joaquin
  joel jonathan josue julian julio kevin leonel leonardo lorenzo marcos martin mauricio mauro melvin moises nelson
  nicolas norman oscar omar orlando oswaldo porfirio ramon raul rene rigoberto rodolfo rodrigo rolando ruben salvador
  samuel santiago saul sergio tomas victor walter wilfredo william wilmer wilson xavier
  maria ana rosa marta martha carmen juana gloria blanca elena lucia patricia sandra claudia silvia suyapa berta bertha
  miriam norma olga reina irma karla karen keyla kenia vanessa vilma xiomara yolanda zoila wendy adriana alejandra
  alma amanda andrea angela angelica aracely beatriz brenda cecilia cristina daniela delia diana dilcia doris dunia
  elizabeth elsa emma erika esperanza esther eva fatima gabriela gladys graciela hilda ines ingrid iris isabel isis jackeline
  jennifer jessica josefina julia laura leticia lesbia ligia lilian liliana lorena lourdes luz margarita mariana marina
  maritza marlen mayra melissa mercedes mirna monica nancy natalia nohemy nora ondina paola pilar raquel rebeca regina
  rita rosario ruth sara sofia sonia susana tania telma teresa valentina valeria veronica virginia yessenia
  john james robert michael david richard thomas charles christopher daniel matthew anthony mark steven paul andrew
  kenneth george joshua edward brian ronald timothy jason jeffrey ryan jacob gary stephen larry justin scott
  mary jennifer linda elizabeth barbara susan jessica sarah margaret lisa ashley kimberly emily michelle
  carol amanda deborah stephanie rebecca sharon cynthia kathleen amy anna emma nicole samantha katherine christine peter hans
  thomas anne ursula claire marie pierre jean philippe`.split(/\s+/),
);
